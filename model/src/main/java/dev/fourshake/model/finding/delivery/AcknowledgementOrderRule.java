package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.exchange.Passage;
import dev.fourshake.model.finding.FindingSink;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A client acknowledges messages in the order in which they came (MQTT 5.0 section 4.6). Followed a connection; where
 * the tap keeps packets back, drops or copies them, or bytes were missed, nothing is said of that connection.
 */
final class AcknowledgementOrderRule implements Rule {

    /** What a client owes on a connection: Packet Identifiers with the rows at which the packets came, in order. */
    private static final class Owed {
        final Map<Integer, Integer> pubacks = new LinkedHashMap<>();
        final Map<Integer, Integer> pubrecs = new LinkedHashMap<>();
        final Map<Integer, Integer> pubrels = new LinkedHashMap<>();
        boolean meddled;
    }

    private final Map<Integer, Owed> byLink = new HashMap<>();

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.PUBLISH, PacketType.PUBACK, PacketType.PUBREC, PacketType.PUBREL);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        Packet packet = seen.decoded().packet().orElse(null);
        if (!(seen.event() instanceof Frame frame) || packet == null || packet.packetId() == 0) {
            return;
        }
        Owed owed = byLink.computeIfAbsent(frame.link(), _ -> new Owed());
        owed.meddled |= Passage.ofFrame(frame.fate()) != Passage.PASSED || seen.link().holeRow() >= 0;
        if (owed.meddled) {
            return;
        }
        if (frame.direction() == Direction.SERVER_TO_CLIENT) {
            boolean again = seen.trackedOrNull() != null && seen.trackedOrNull().isImpatient();
            if (!again) {
                // An answer that comes next may be one to an earlier copy.
                fromBroker(owed, packet, seen.row());
            }
        } else {
            fromClient(owed, packet, seen, sink);
        }
    }

    private static void fromBroker(Owed owed, Packet packet, int row) {
        if (packet instanceof Publish publish) {
            Map<Integer, Integer> answers = publish.qos() == Qos.AT_LEAST_ONCE ? owed.pubacks : owed.pubrecs;
            answers.putIfAbsent(publish.packetId(), row);
        } else if (packet instanceof Pubrec pubrec && !pubrec.isFailure()) {
            owed.pubrels.putIfAbsent(pubrec.packetId(), row);
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

    private static void answered(Map<Integer, Integer> owed, Packet answer, String rule, Observation seen,
                                 FindingSink sink) {
        Integer row = owed.remove(answer.packetId());
        if (row == null || owed.isEmpty()) {
            return;
        }
        Map.Entry<Integer, Integer> oldest = owed.entrySet().iterator().next();
        if (oldest.getValue() < row) {
            Object[] values = {Words.client(seen), answer.type().name(), String.valueOf(answer.packetId()),
                    String.valueOf(oldest.getKey())};
            sink.report(rule, Severity.ERROR, Message.of(AcknowledgementOrderRule.class, "answers.order", values),
                    Message.of(AcknowledgementOrderRule.class, "answers.order.advice", values), oldest.getValue(), row);
            // Said once of each gap.
            List<Integer> passed = new ArrayList<>();
            owed.forEach((packetId, came) -> {
                if (came < row) {
                    passed.add(packetId);
                }
            });
            owed.keySet().removeAll(passed);
        }
    }

    @Override
    public void event(Observation seen, FindingSink sink) {
        if (seen.link().hasEnded()) {
            byLink.remove(seen.link().number());
        }
    }
}
