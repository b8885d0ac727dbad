package dev.fourshake.app.replay;

import dev.fourshake.app.trace.TraceInput;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.Ahead;
import dev.fourshake.model.trace.DecodedAhead;
import dev.fourshake.model.trace.Inspection;
import dev.fourshake.model.trace.TraceSummary;
import dev.fourshake.model.wire.WireEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads a file from beginning to end to know what it comes to, and keeps none of its packets. A thread of its own
 * ({@code capture-reader}) reads and decodes ahead while the caller's judges.
 *
 * @param problems what could not be read, and what the user should know of the file: each in a sentence
 */
public record CaptureInspection(TraceSummary summary, List<Message> problems) {

    /** So many batches may be read ahead. */
    private static final int AHEAD = 1;
    private static final int BATCH = 1200;

    /** What the reader hands over: the next events with what is known of them, or why there are none any more. */
    private record Batch(List<WireEvent> events, Ahead ahead, List<Message> problems, boolean isLast) {
    }

    /** Reads the whole input, and closes it. */
    public static CaptureInspection of(TraceInput input) throws InterruptedException {
        BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(AHEAD);
        Thread reader = Thread.ofPlatform().name("capture-reader").daemon().start(() -> read(input, batches));
        try {
            Inspection inspection = new Inspection();
            List<Message> problems = new ArrayList<>();
            Batch batch;
            do {
                batch = batches.take();
                judge(batch, inspection, problems);
            } while (!batch.isLast());
            problems.addAll(batch.problems());
            return new CaptureInspection(inspection.summary(), problems);
        } finally {
            reader.interrupt();
        }
    }

    /** An event that makes no sense, as in a file that was tampered with, is passed over; the first is told. */
    private static void judge(Batch batch, Inspection inspection, List<Message> problems) {
        for (int i = 0; i < batch.events().size(); i++) {
            try {
                inspection.append(batch.events().get(i), batch.ahead().at(i));
            } catch (RuntimeException failure) {
                if (problems.isEmpty()) {
                    problems.add(Message.of(CaptureInspection.class, "inspection.failed",
                            String.valueOf(failure.getMessage())));
                }
            }
        }
    }

    private static void read(TraceInput input, BlockingQueue<Batch> batches) {
        try (input) {
            DecodedAhead ahead = new DecodedAhead();
            boolean more = true;
            while (more) {
                List<WireEvent> events = new ArrayList<>(BATCH);
                Batch batch;
                try {
                    more = input.read(events);
                    batch = new Batch(events, ahead.of(events), more ? List.of() : List.copyOf(input.problems()),
                            !more);
                } catch (RuntimeException | OutOfMemoryError broken) {
                    more = false;
                    batch = new Batch(events, Ahead.NOTHING, failed(input, broken), true);
                }
                batches.put(batch);
            }
        } catch (InterruptedException _) {
            // Nobody waits for it any more.
        }
    }

    private static List<Message> failed(TraceInput input, Throwable broken) {
        List<Message> problems = new ArrayList<>(input.problems());
        problems.add(Message.of(OpenedCapture.class, "opening.failed", input.file().toString(), broken.toString()));
        return problems;
    }
}
