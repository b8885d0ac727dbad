package dev.fourshake.model.diagram;

import dev.fourshake.model.dissect.ReasonCodes;
import dev.fourshake.model.exchange.Step;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.packet.Unsubscribe;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the mark of each row of a page. */
final class MarkMaker {

    private static final Details NOTHING = new Details("", 0, Label.Flag.NONE);

    private final PageLayout layout;
    private final TraceSnapshot trace;

    MarkMaker(PageLayout layout) {
        this.layout = layout;
        this.trace = layout.trace;
    }

    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        for (int i = layout.first; i < layout.end; i++) {
            int row = layout.rows.row(i);
            if (layout.broker(row) >= 0) {
                mark(i, row).ifPresent(marks::add);
            }
        }
        return marks;
    }

    private Optional<Mark> mark(int i, int row) {
        int client = layout.client(row);
        int broker = layout.broker(row);
        long time = trace.timeNanos(row);
        Alarm alarm = layout.index.alarm(trace, row);
        return switch (trace.event(row)) {
            case LinkOpened opened -> Optional.of(new Mark.Opened(i, row, time, alarm, client, broker, opened));
            case LinkEnded end -> {
                String address = trace.links().get(end.link() - 1).opened().client();
                yield Optional.of(new Mark.Ended(i, row, time, alarm, client, broker, address, end));
            }
            case FramesMissed missed -> Optional.of(new Mark.Missed(i, row, time, alarm, client, broker, missed));
            case Frame frame when client >= 0 -> Optional.of(arrow(i, row, row, alarm, course(frame, row)));
            case FrameReleased released when client >= 0 -> {
                int held = trace.heldAt(row);
                Course course = released.fate() == Frame.Fate.DROPPED ? Course.DISCARDED : Course.RELEASED;
                yield held < 0 ? Optional.empty() : Optional.of(arrow(i, row, held, alarm, course));
            }
            case Frame _, FrameReleased _ -> Optional.empty();
        };
    }

    private Mark arrow(int i, int row, int packetRow, Alarm alarm, Course course) {
        return new Mark.Arrow(i, row, trace.timeNanos(row), alarm, trace.exchangeId(row), layout.client(row),
                layout.broker(row), trace.direction(row), course, Family.of(trace, packetRow), trace.judgement(row),
                label(row, packetRow));
    }

    private Course course(Frame frame, int row) {
        return switch (frame.fate()) {
            case HELD -> layout.index.holds.isCut(row) ? Course.CUT : Course.HELD;
            case DROPPED -> Course.DROPPED;
            case DUPLICATED -> Course.DUPLICATED;
            case INJECTED -> Course.INJECTED;
            case PASSED -> Course.PASSED;
        };
    }

    /** @param packetRow the row that has the packet: of a RELEASED row the one that was held */
    private Label label(int row, int packetRow) {
        PacketType type = trace.type(packetRow);
        boolean publish = type == PacketType.PUBLISH;
        int flags = trace.firstByte(packetRow);
        Details details = details(packetRow, type);
        return new Label(type, trace.packetId(packetRow), publish ? flags >> 1 & 3 : -1, publish && (flags & 8) != 0,
                publish && (flags & 1) != 0, details.topic, details.more, trace.reasonCode(packetRow),
                reason(packetRow), details.flag, trace.length(packetRow), stepNanos(row));
    }

    private String reason(int row) {
        int code = trace.reasonCode(row);
        ProtocolVersion version = trace.links().get(trace.link(row) - 1).version().orElse(null);
        return code < 0 ? "" : ReasonCodes.name(trace.type(row), version, code).orElse("");
    }

    /** What the columns of a row do not say of its packet. */
    private record Details(String topic, int more, Label.Flag flag) {
    }

    private Details details(int row, PacketType type) {
        return switch (type) {
            case CONNECT, CONNACK, SUBSCRIBE, UNSUBSCRIBE -> trace.packet(row).map(this::details).orElse(NOTHING);
            case PUBLISH -> new Details(trace.topic(row), 0, Label.Flag.NONE);
            case null, default -> NOTHING;
        };
    }

    private Details details(Packet packet) {
        return switch (packet) {
            case Connect connect -> new Details("", 0,
                    connect.cleanStart() ? Label.Flag.CLEAN_START : Label.Flag.RESUME);
            case Connack connack when connack.sessionPresent() -> new Details("", 0, Label.Flag.SESSION_PRESENT);
            case Subscribe subscribe -> filters(
                    subscribe.subscriptions().stream().map(TopicSubscription::topicFilter).toList());
            case Unsubscribe unsubscribe -> filters(unsubscribe.topicFilters());
            case Packet _ -> NOTHING;
        };
    }

    private static Details filters(List<String> filters) {
        return filters.isEmpty() ? NOTHING : new Details(filters.getFirst(), filters.size() - 1, Label.Flag.NONE);
    }

    private long stepNanos(int row) {
        int id = trace.exchangeId(row);
        if (id < 0 || layout.index.bars.firstRow(id) == row) {
            return -1;
        }
        List<Step> steps = layout.exchange(id).steps();
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).row() == row) {
                return trace.timeNanos(row) - trace.timeNanos(steps.get(i - 1).row());
            }
        }
        return -1;
    }
}
