package dev.fourshake.ui.view.packets;

import dev.fourshake.model.dissect.Preview;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.trace.LatestQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.application.Platform;

/**
 * What the messages in sight carry, in a line each: as text where it is text, else in hexadecimal digits. A packet has
 * to be decoded for it, which is done elsewhere; until then there is nothing to see. For the JavaFX thread.
 */
final class Payloads implements AutoCloseable {

    /** More rows are not in sight on any screen. */
    private static final int MOST_WANTED = 256;
    private static final int MOST_KEPT = 4_096;
    private static final int LONGEST = 120;

    private final LatestQuery<Map<Integer, String>> query = new LatestQuery<>("packets-payload");
    private final Runnable changed;
    private final Map<Integer, String> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private final Set<Integer> wanted = new LinkedHashSet<>();
    private boolean asking;
    private TraceSnapshot trace = TraceSnapshot.EMPTY;
    private int generation;

    /** @param changed told when there is more to see */
    Payloads(Runnable changed) {
        this.changed = changed;
    }

    /** Another trace, or a step back in a replay: the rows are others. */
    void forget() {
        generation++;
        known.clear();
        wanted.clear();
    }

    /** Of a row in sight; empty for what is no message, and for one that is not read yet. */
    String of(TraceSnapshot shown, int row) {
        if (!RowText.isPublish(shown, row)) {
            return "";
        }
        String text = known.get(row);
        if (text != null) {
            return text;
        }
        trace = shown;
        wanted.add(row);
        if (!asking) {
            // All cells of this frame are asked for at once.
            asking = true;
            Platform.runLater(this::ask);
        }
        return "";
    }

    private void ask() {
        asking = false;
        while (wanted.size() > MOST_WANTED) {
            wanted.remove(wanted.iterator().next());
        }
        int asked = generation;
        List<Integer> rows = new ArrayList<>(wanted);
        TraceSnapshot of = trace;
        query.ask(() -> read(of, rows), found -> {
            if (asked == generation) {
                known.putAll(found);
                wanted.removeAll(found.keySet());
                changed.run();
            }
        });
    }

    private static Map<Integer, String> read(TraceSnapshot trace, List<Integer> rows) {
        Map<Integer, String> found = new HashMap<>();
        rows.forEach(row -> found.put(row, read(trace, row)));
        return found;
    }

    /** Decodes the packet. Any thread. */
    static String read(TraceSnapshot trace, int row) {
        if (!RowText.isPublish(trace, row) || !(trace.packet(row).orElse(null) instanceof Publish publish)) {
            return "";
        }
        String line = Preview.of(publish.payload()).strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }

    @Override
    public void close() {
        query.close();
    }
}
