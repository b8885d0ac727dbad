package dev.fourshake.app.drill.judge;

import dev.fourshake.app.drill.result.Breach;
import dev.fourshake.app.drill.result.Culprit;
import dev.fourshake.app.drill.result.Repeat;
import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What peers did on the wire that they must not, and what they sent again. */
final class Offences {

    private static final int DUP = 0x08;

    private final Reading reading;
    private final TraceSnapshot trace;
    /** Exchanges that carry the message, on both sides of the broker. */
    private final Set<Integer> message;

    Offences(Reading reading) {
        this.reading = reading;
        trace = reading.trace();
        message = reading.message();
    }

    /**
     * The errors that the trace has found, each with whoever sent the packet that gave it away; those about other
     * messages are not of this case.
     */
    List<Breach> found() {
        List<Breach> breaches = new ArrayList<>();
        for (Finding finding : trace.findings()) {
            if (finding.severity() == Severity.ERROR && !finding.rows().isEmpty()) {
                int row = finding.rows().getLast();
                boolean isSent = trace.kind(row) == RowKind.PACKET && reading.isSent(row);
                boolean isOfTheirs = reading.isOfDevice(row) || reading.isOfCounterpart(row);
                if (isSent && isOfTheirs && row >= reading.evidence().armedRow() && isOfCase(finding)) {
                    breaches.add(new Breach(senderOf(row), finding.rule(), finding.rows(), finding.message()));
                }
            }
        }
        return breaches;
    }

    private boolean isOfCase(Finding finding) {
        int last = trace.exchangeId(finding.rows().getLast());
        return last < 0 || !trace.exchange(last).kind().isDelivery()
                || finding.rows().stream().map(trace::exchangeId).anyMatch(message::contains);
    }

    private Culprit senderOf(int row) {
        return trace.direction(row) == Direction.SERVER_TO_CLIENT ? Culprit.BROKER
                : reading.isOfDevice(row) ? reading.evidence().subject() : Culprit.CLIENT_LIBRARY;
    }

    /**
     * The message once more on the connection on which PUBREC had come: the state tables bear that before MQTT 5,
     * as packets may cross, and it is no sign of a sender that has it right (MQTT 3.1.1 section 4.3.3).
     */
    List<Breach> publishAfterPubrec(Exchange handshake) {
        List<Breach> breaches = new ArrayList<>();
        int pubrecLink = -1;
        for (var step : handshake.steps()) {
            int row = step.row();
            if (step.type() == PacketType.PUBREC && reading.isArrival(row)) {
                pubrecLink = trace.link(row);
            } else if (step.type() == PacketType.PUBLISH && trace.kind(row) == RowKind.PACKET && reading.isSent(row)
                    && trace.link(row) == pubrecLink && !trace.version(row).isMqtt5()) {
                breaches.add(new Breach(senderOf(row), "MQTT-4.3.3-1", List.of(row),
                        Message.of(Judge.class, "breach.publishAfterPubrec")));
            }
        }
        return breaches;
    }

    /** What was sent again of the message, by whichever exchange. */
    List<Repeat> repeats() {
        Set<PacketType> before = EnumSet.noneOf(PacketType.class);
        List<Repeat> repeats = new ArrayList<>();
        reading.rowsOfMessage().filter(row -> trace.kind(row) == RowKind.PACKET && reading.isSent(row))
                .forEach(row -> {
                    if (!before.add(trace.type(row))) {
                        boolean dup = trace.type(row) == PacketType.PUBLISH && (trace.firstByte(row) & DUP) != 0;
                        repeats.add(new Repeat(trace.type(row), row, dup));
                    }
                });
        return repeats;
    }
}
