package dev.fourshake.app.cli;

import dev.fourshake.model.text.Message;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Says what goes wrong with a tap, once as long as it stays the same, and again if it comes again. Those who move the
 * traffic only note it: a terminal may keep waiting whoever writes to it.
 */
final class TapTrouble {

    private final Supplier<Optional<Message>> problem;
    private final Consumer<String> said;
    private final Queue<Message> unsaid = new ConcurrentLinkedQueue<>();
    private Optional<Message> noted = Optional.empty();

    TapTrouble(Supplier<Optional<Message>> problem, Consumer<String> said) {
        this.problem = problem;
        this.said = said;
    }

    /** Something may have changed. Any thread. */
    synchronized void note() {
        Optional<Message> now = problem.get();
        if (!now.equals(noted)) {
            noted = now;
            now.ifPresent(unsaid::add);
        }
    }

    /** Says what was not said yet. One thread. */
    void say() {
        note();
        for (Message next = unsaid.poll(); next != null; next = unsaid.poll()) {
            said.accept(next.text());
        }
    }
}
