package dev.fourshake.app.capture;

import dev.fourshake.app.capture.CaptureRecorder.Start;
import dev.fourshake.model.exchange.Step;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.WireEvent;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which rows of a trace a recording that starts in its middle begins with. */
final class RecordingContext {

    private RecordingContext() {
    }

    /** The rows, all before {@code end}. */
    static BitSet rows(TraceSnapshot trace, int end, Start start) {
        BitSet rows = new BitSet(end);
        switch (start) {
            case BEGINNING -> rows.set(0, end);
            case NOW -> {
                BitSet links = openLinks(trace, end);
                BitSet open = (BitSet) links.clone();
                addOpenExchanges(trace, end, rows, links);
                EarlierLinks.add(trace, end, links);
                addLinks(trace, end, links, rows);
                addTopicAliases(trace, end, open, rows);
                addReleases(trace, end, rows);
            }
        }
        return rows;
    }

    private static BitSet openLinks(TraceSnapshot trace, int end) {
        BitSet links = new BitSet();
        for (int row = 0; row < end; row++) {
            RowKind kind = trace.kind(row);
            if (kind == RowKind.LINK_OPENED) {
                links.set(trace.link(row));
            } else if (kind == RowKind.LINK_ENDED && ((LinkEnded) trace.event(row)).isFinal()) {
                links.clear(trace.link(row));
            }
        }
        return links;
    }

    /** The packets of exchanges that are not finished, and the links they went over, which may have ended. */
    private static void addOpenExchanges(TraceSnapshot trace, int end, BitSet rows, BitSet links) {
        for (int id : trace.openExchanges(end)) {
            for (Step step : trace.exchangeAt(id, end - 1).steps()) {
                rows.set(step.row());
                links.set(trace.link(step.row()));
            }
        }
    }

    /** How the links began and ended, what their clients subscribed to, and what is held on them. */
    private static void addLinks(TraceSnapshot trace, int end, BitSet links, BitSet rows) {
        for (int row = 0; row < end; row++) {
            if (links.get(trace.link(row)) && isContext(trace, row, end)) {
                rows.set(row);
            }
        }
    }

    private static boolean isContext(TraceSnapshot trace, int row, int end) {
        return switch (trace.kind(row)) {
            case LINK_OPENED, LINK_ENDED -> true;
            case PACKET -> switch (trace.type(row)) {
                case CONNECT, CONNACK, AUTH, SUBSCRIBE, SUBACK, UNSUBSCRIBE, UNSUBACK -> true;
                case RESERVED, PUBLISH, PUBACK, PUBREC, PUBREL, PUBCOMP, PINGREQ, PINGRESP, DISCONNECT ->
                        isHeld(trace, row, end);
            };
            case OPAQUE -> isHeld(trace, row, end);
            case RELEASED, MISSED -> false;
        };
    }

    private static boolean isHeld(TraceSnapshot trace, int row, int end) {
        int released = trace.releasedAt(row);
        return trace.fate(row) == Frame.Fate.HELD && (released < 0 || released >= end);
    }

    /** The packets that said what each Topic Alias in use stands for, with their exchanges. */
    private static void addTopicAliases(TraceSnapshot trace, int end, BitSet links, BitSet rows) {
        Map<AliasKey, Integer> last = new HashMap<>();
        BitSet aliased = new BitSet();
        for (int row = 0; row < end; row++) {
            if (!links.get(trace.link(row)) || trace.kind(row) != RowKind.PACKET) {
                continue;
            }
            PacketType type = trace.type(row);
            if ((type == PacketType.CONNECT || type == PacketType.CONNACK) && allowsAliases(trace, row)) {
                // it speaks of what comes from the other side
                aliased.set(lane(trace.link(row), trace.direction(row).opposite()));
            } else if (type == PacketType.PUBLISH && aliased.get(lane(trace.link(row), trace.direction(row)))
                    && trace.packet(row).orElse(null) instanceof Publish publish && !publish.topicName().isEmpty()) {
                int aliasRow = row;
                publish.properties().number(PropertyId.TOPIC_ALIAS).ifPresent(alias ->
                        last.put(new AliasKey(lane(trace.link(aliasRow), trace.direction(aliasRow)), alias), aliasRow));
            }
        }
        last.values().forEach(row -> {
            rows.set(row);
            if (trace.exchangeId(row) >= 0) {
                trace.exchangeAt(trace.exchangeId(row), end - 1).steps().forEach(step -> rows.set(step.row()));
            }
        });
    }

    /** One direction of a link, and an alias in it. */
    private record AliasKey(int lane, long alias) {
    }

    private static int lane(int link, Direction direction) {
        return link * 2 + direction.ordinal();
    }

    private static boolean allowsAliases(TraceSnapshot trace, int row) {
        Properties properties = switch (trace.packet(row).orElse(null)) {
            case Connect connect -> connect.properties();
            case Connack connack -> connack.properties();
            case null, default -> Properties.NONE;
        };
        return properties.number(PropertyId.TOPIC_ALIAS_MAXIMUM).orElse(0) > 0;
    }

    /**
     * Says of each link that still runs that not all of it is here, so that nobody is accused for what was left out:
     * bytes that were missed, but none of what is recorded from now on.
     */
    static List<WireEvent> holes(TraceSnapshot trace, int end) {
        long now = trace.timeNanos(end - 1);
        return openLinks(trace, end).stream()
                .<WireEvent>mapToObj(link -> new FramesMissed(link, now, Direction.CLIENT_TO_SERVER, 0, 0)).toList();
    }

    private static void addReleases(TraceSnapshot trace, int end, BitSet rows) {
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            int released = trace.releasedAt(row);
            if (released >= 0 && released < end) {
                rows.set(released);
            }
        }
    }
}
