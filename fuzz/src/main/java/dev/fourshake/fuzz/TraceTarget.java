package dev.fourshake.fuzz;

import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.WireEvent;

/** Any events make a trace: it never fails, and all that it tells can be read. */
public final class TraceTarget {

    private static final int LINKS = 4;

    private TraceTarget() {
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Input input = new Input(data);
        Trace trace = new Trace();
        long time = 1_700_000_000_000_000_000L;
        while (!input.isEmpty()) {
            int what = input.next();
            time += what % 5 == 0 ? 1_000_000_000L << (input.next() % 12) : 1_000_000L;
            trace.append(event(input, what, time));
        }
        read(trace.publish());
    }

    private static WireEvent event(Input input, int what, long time) {
        int link = 1 + input.next() % LINKS;
        Direction direction = (what & 0x80) == 0 ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT;
        return switch (what & 0x1F) {
            case 0 -> new LinkOpened(link, time, "client:" + link, "broker:1883", false, false);
            case 1 -> new LinkEnded(link, time, input.choose(LinkEnded.Party.values()),
                    input.choose(LinkEnded.Ending.values()), "");
            case 2 -> new FramesMissed(link, time, direction, input.next(), -1);
            case 3 -> new FrameReleased(link, time, direction, input.next() % 4, input.choose(Frame.Fate.values()));
            case 4 -> Frame.opaque(link, time, direction, input.take(input.next()));
            case 5 -> {
                Frame.Fate fate = input.choose(Frame.Fate.values());
                int hold = fate == Frame.Fate.HELD ? input.next() % 4 : 0;
                yield new Frame(link, time, direction, input.take(input.next()), false, fate, hold);
            }
            default -> Frame.passed(link, time, direction, input.take(input.next()));
        };
    }

    private static void read(TraceSnapshot trace) {
        for (int row = 0; row < trace.rowCount(); row++) {
            trace.event(row);
            trace.packet(row);
            trace.dissect(row);
            trace.topic(row);
            if (trace.exchangeId(row) >= 0) {
                trace.exchangeAt(trace.exchangeId(row), row);
            }
        }
        trace.openExchanges(trace.rowCount() - 1);
        for (Finding finding : trace.findings()) {
            Promise.hold(finding.rows().stream().allMatch(row -> row >= 0 && row < trace.rowCount()),
                    "a finding names rows that there are");
            Promise.hold(!finding.message().text().startsWith(finding.message().key()), "a finding has a sentence: "
                    + finding.rule());
            Promise.hold(!finding.advice().text().startsWith(finding.advice().key()), "a finding has advice: "
                    + finding.rule());
        }
    }
}
