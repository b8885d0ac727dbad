package dev.fourshake.app.capture;

import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.WireEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Numbers links anew, from 1, in the order in which they come. A capture that leaves out links needs it: the links of
 * a trace are numbered without gaps.
 */
final class DenseLinks implements UnaryOperator<WireEvent> {

    private final Map<Integer, Integer> numbers = new HashMap<>();

    @Override
    public WireEvent apply(WireEvent event) {
        int link = numbers.computeIfAbsent(event.link(), _ -> numbers.size() + 1);
        return link == event.link() ? event : numbered(event, link);
    }

    private static WireEvent numbered(WireEvent event, int link) {
        return switch (event) {
            case LinkOpened opened -> new LinkOpened(link, opened.timeNanos(), opened.client(), opened.broker(),
                    opened.clientTls(), opened.brokerTls(), opened.subprotocols());
            case Frame frame -> new Frame(link, frame.timeNanos(), frame.direction(), frame.raw(), frame.opaque(),
                    frame.fate(), frame.holdId(), frame.text());
            case FrameReleased released -> new FrameReleased(link, released.timeNanos(), released.direction(),
                    released.holdId(), released.fate());
            case LinkEnded ended -> new LinkEnded(link, ended.timeNanos(), ended.by(), ended.how(), ended.detail());
            case FramesMissed missed -> new FramesMissed(link, missed.timeNanos(), missed.direction(), missed.bytes(),
                    missed.frames());
        };
    }
}
