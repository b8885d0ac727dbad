package dev.fourshake.app.drill.judge;

import dev.fourshake.app.drill.result.Breach;
import dev.fourshake.app.drill.result.Culprit;
import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.Step;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.PacketType;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Who does not do what a handshake waits for. */
final class Debt {

    private final Reading reading;
    private final Exchange handshake;
    private final TraceSnapshot trace;

    private Debt(Reading reading, Exchange handshake) {
        this.reading = reading;
        this.handshake = handshake;
        trace = reading.trace();
    }

    /** Of a handshake that has not come to its end though there was time. */
    static Breach of(Reading reading, Exchange handshake) {
        return new Debt(reading, handshake).find();
    }

    private Breach find() {
        int link = IntStream.range(0, trace.rowCount()).filter(reading::isOfDevice).map(trace::link).max().orElse(0);
        OptionalInt connack = reading.packets(PacketType.CONNACK, Direction.SERVER_TO_CLIENT)
                .filter(row -> trace.link(row) == link).findFirst();
        if (connack.isEmpty()) {
            return breach(Culprit.BROKER, "breach.noConnack", List.of());
        } else if (hasEnded(link)) {
            return breach(reading.evidence().subject(), "breach.away", List.of());
        }
        Step last = handshake.steps().stream()
                .filter(step -> trace.link(step.row()) == link && reading.isArrival(step.row()))
                .reduce((_, later) -> later).orElse(null);
        Culprit sender = reading.point().devicePublishes() ? reading.evidence().subject() : Culprit.BROKER;
        Culprit receiver = reading.point().devicePublishes() ? Culprit.BROKER : reading.evidence().subject();
        if (last == null) {
            return breach(sender, "breach.notAgain", List.of(connack.getAsInt()));
        }
        boolean fromSender = last.type() == PacketType.PUBLISH || last.type() == PacketType.PUBREL;
        return breach(fromSender ? receiver : sender, "breach.noAnswer", List.of(last.row()), last.type().name());
    }

    private boolean hasEnded(int link) {
        return IntStream.range(0, trace.rowCount()).anyMatch(row -> trace.link(row) == link
                && trace.kind(row) == RowKind.LINK_ENDED && ((LinkEnded) trace.event(row)).isFinal());
    }

    private static Breach breach(Culprit by, String key, List<Integer> rows, Object... arguments) {
        return new Breach(by, "", rows, Message.of(Judge.class, key, arguments));
    }
}
