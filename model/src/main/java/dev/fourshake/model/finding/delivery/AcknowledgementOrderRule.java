package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.Passage;
import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Numbered;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Pubrec;
import dev.fourshake.model.packet.Pubrel;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import java.util.Set;

/**
 * A client acknowledges messages in the order in which they came (MQTT 5.0 section 4.6). Followed a connection; where
 * the tap keeps packets back, drops or copies them, or bytes were missed, nothing is said of that connection.
 */
final class AcknowledgementOrderRule implements Rule {

    /** What a client owes on a connection. */
    private static final class Owed {
        final OwedAnswers pubacks = new OwedAnswers();
        final OwedAnswers pubrecs = new OwedAnswers();
        final OwedAnswers pubrels = new OwedAnswers();
        boolean meddled;
    }

    private final Numbered<Owed> links = new Numbered<>();

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return switch (type) {
            case PUBLISH -> !circumstances.contains(Circumstance.QOS_0);
            case PUBACK, PUBREC, PUBREL -> true;
            case RESERVED, CONNECT, CONNACK, PUBCOMP, SUBSCRIBE, SUBACK, UNSUBSCRIBE, UNSUBACK, PINGREQ, PINGRESP,
                 DISCONNECT, AUTH -> false;
        };
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        Packet packet = seen.packetOrNull();
        if (!(seen.event() instanceof Frame frame) || packet == null || packet.packetId() == 0) {
            return;
        }
        Owed owed = owed(frame.link());
        owed.meddled |= Passage.ofFrame(frame.fate()) != Passage.PASSED || seen.link().holeRow() >= 0;
        if (owed.meddled) {
            return;
        }
        if (frame.direction() == Direction.SERVER_TO_CLIENT) {
            boolean again = seen.trackedOrNull() != null && seen.trackedOrNull().isImpatient();
            if (!again) {
                // An answer that comes next may be one to an earlier copy.
                fromBroker(owed, packet, seen);
            }
        } else {
            fromClient(owed, packet, seen, sink);
        }
    }

    private Owed owed(int link) {
        Owed owed = links.get(link);
        if (owed == null) {
            owed = new Owed();
            links.put(link, owed);
        }
        return owed;
    }

    private static void fromBroker(Owed owed, Packet packet, Observation seen) {
        if (packet instanceof Publish publish) {
            owe(publish.qos() == Qos.AT_LEAST_ONCE ? owed.pubacks : owed.pubrecs, packet, seen);
        } else if (packet instanceof Pubrec pubrec && !pubrec.isFailure()) {
            owe(owed.pubrels, packet, seen);
        }
    }

    /**
     * What is sent once more on its connection need not be answered once more, and the next answer may be one to the
     * first copy; on a later connection it is to be answered there. Where a second answer to an earlier message with
     * the identifier may be underway nobody can tell which of them comes first.
     */
    private static void owe(OwedAnswers answers, Packet packet, Observation seen) {
        Tracked tracked = seen.trackedOrNull();
        if (tracked == null || tracked.exchange() == Tracked.NONE || seen.exchanges().isDoubtful(tracked.exchange())) {
            return;
        }
        boolean carriedOver = seen.exchanges().firstRow(tracked.exchange()) < seen.link().connectRow();
        if (tracked.judgement() == Judgement.REGULAR || carriedOver && answers.isFirst(tracked.exchange())) {
            answers.owe(packet.packetId(), seen.row());
        }
    }

    private static void fromClient(Owed owed, Packet packet, Observation seen, FindingSink sink) {
        if (packet instanceof Puback puback) {
            answered(owed.pubacks, puback, "MQTT-4.6.0-2", seen, sink);
        } else if (packet instanceof Pubrec pubrec) {
            answered(owed.pubrecs, pubrec, "MQTT-4.6.0-3", seen, sink);
        } else if (packet instanceof Pubrel pubrel) {
            answered(owed.pubrels, pubrel, "MQTT-4.6.0-4", seen, sink);
        }
    }

    private static void answered(OwedAnswers owed, Packet answer, String rule, Observation seen, FindingSink sink) {
        int row = owed.answer(answer.packetId());
        if (row == OwedAnswers.NONE || owed.isEmpty() || owed.oldestRow() > row) {
            return;
        }
        Object[] values = {Words.client(seen), answer.type().name(), String.valueOf(answer.packetId()),
            String.valueOf(owed.oldestPacketId())};
        sink.report(rule, Severity.ERROR, Message.of(AcknowledgementOrderRule.class, "answers.order", values),
                Message.of(AcknowledgementOrderRule.class, "answers.order.advice", values), owed.oldestRow(), row);
        // Said once of each gap.
        while (!owed.isEmpty() && owed.oldestRow() < row) {
            owed.forgetOldest();
        }
    }

    @Override
    public void event(Observation seen, FindingSink sink) {
        if (seen.link().hasEnded()) {
            links.forget(seen.link().number());
        }
    }
}
