package dev.fourshake.app.sample;

import java.io.IOException;
import java.util.PriorityQueue;

/** What is going to happen, in the order of its time; what is to happen at the same time, in the order it was said. */
final class Timeline {

    /** Something that happens. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    private record Step(long micros, long order, Action action) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            return micros == other.micros ? Long.compare(order, other.order) : Long.compare(micros, other.micros);
        }
    }

    private final PriorityQueue<Step> steps = new PriorityQueue<>();
    private long micros;
    private long order;

    /** Microseconds since the beginning. */
    long micros() {
        return micros;
    }

    /** @param at microseconds since the beginning, not before now */
    void at(long at, Action action) {
        steps.add(new Step(at, order++, action));
    }

    void in(long later, Action action) {
        at(micros + later, action);
    }

    /** Lets the next thing happen. */
    void step() throws IOException {
        Step step = steps.remove();
        micros = step.micros();
        step.action().run();
    }
}
