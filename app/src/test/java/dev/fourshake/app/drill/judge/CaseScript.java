package dev.fourshake.app.drill.judge;

import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.WireEvent;
import java.util.Arrays;
import java.util.List;

/**
 * A case written down as its bytes, a line an event: the number of the link, then {@code open}, {@code cut} (by the
 * tap), {@code lost} (by the client), or {@code >>} (to the broker) or {@code <<} (to the client) with the packet in
 * hexadecimal, before it {@code dropped}, {@code held} or {@code copy} where the tap did that; {@code release} lets the
 * last held one go. What stands behind {@code #} is for people.
 */
final class CaseScript {

    private static final long MILLISECOND = 1_000_000;

    private final Trace trace = new Trace();
    private long time = 1_700_000_000_000_000_000L;
    private Frame held;

    private CaseScript() {
    }

    static TraceSnapshot play(String... parts) {
        CaseScript script = new CaseScript();
        Arrays.stream(parts).flatMap(String::lines).map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty()).forEach(script::line);
        return script.trace.publish();
    }

    private void line(String line) {
        time += MILLISECOND;
        List<String> words = Arrays.asList(line.split("\\s+"));
        int link = Integer.parseInt(words.get(0));
        trace.append(switch (words.get(1)) {
            case "open" -> new LinkOpened(link, time, "10.0.0." + link + ":40000", "10.0.0.99:1883", false, false);
            case "cut" -> new LinkEnded(link, time, LinkEnded.Party.TAP, LinkEnded.Ending.RESET, "");
            case "lost" -> new LinkEnded(link, time, LinkEnded.Party.CLIENT, LinkEnded.Ending.RESET, "");
            case "release" -> new FrameReleased(link, time, held.direction(), held.holdId(), Frame.Fate.PASSED);
            case ">>" -> frame(link, Direction.CLIENT_TO_SERVER, words.subList(2, words.size()));
            case "<<" -> frame(link, Direction.SERVER_TO_CLIENT, words.subList(2, words.size()));
            default -> throw new IllegalArgumentException(line);
        });
    }

    private WireEvent frame(int link, Direction direction, List<String> words) {
        Frame.Fate fate = switch (words.getFirst()) {
            case "dropped" -> Frame.Fate.DROPPED;
            case "held" -> Frame.Fate.HELD;
            case "copy" -> Frame.Fate.DUPLICATED;
            default -> Frame.Fate.PASSED;
        };
        List<String> hex = fate == Frame.Fate.PASSED ? words : words.subList(1, words.size());
        Frame frame = new Frame(link, time, direction, Bytes.ofHex(String.join("", hex)), false, fate,
                fate == Frame.Fate.HELD ? time : 0);
        held = fate == Frame.Fate.HELD ? frame : held;
        return frame;
    }
}
