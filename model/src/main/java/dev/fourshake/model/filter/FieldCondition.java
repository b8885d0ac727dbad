package dev.fourshake.model.filter;

import dev.fourshake.model.dissect.Preview;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.PacketType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The filter that asks for packets with the same value in a field as one that is looked at. */
public final class FieldCondition {

    /** A payload is written out up to so many bytes. */
    private static final int MOST_BYTES = 256;

    private FieldCondition() {
    }

    /**
     * A filter that this packet passes.
     *
     * @param packet  whose field it is
     * @param shown   the field
     * @param frame   the packet's bytes
     * @return empty where the language has no word for the field, or its value cannot be written in it
     */
    public static Optional<String> of(Subject packet, dev.fourshake.model.dissect.Field shown, Bytes frame) {
        return switch (shown.name()) {
            case "Control Packet Type" -> packet.type() == null || packet.type() == PacketType.RESERVED
                    ? Optional.empty() : equal(Field.TYPE, packet.type().name());
            case "DUP" -> equal(Field.DUP, Boolean.toString((packet.firstByte() & 0x08) != 0));
            case "RETAIN" -> equal(Field.RETAIN, Boolean.toString((packet.firstByte() & 0x01) != 0));
            case "QoS" -> shown.offset() != 0 || (packet.firstByte() >> 1 & 3) == 3 ? Optional.empty()
                    : equal(Field.QOS, Integer.toString(packet.firstByte() >> 1 & 3));
            case "Topic Name" -> packet.topic().isEmpty() ? Optional.empty()
                    : equal(Field.TOPIC, Completion.word(packet.topic()));
            case "Client Identifier", "Assigned Client Identifier" -> packet.clientId().isEmpty() ? Optional.empty()
                    : equal(Field.CLIENT, Completion.word(packet.clientId()));
            case "Packet Identifier" -> packet.packetId() == 0 ? Optional.empty()
                    : equal(Field.ID, Integer.toString(packet.packetId()));
            case "Reason Code", "Return Code", "Connect Reason Code", "Connect Return Code", "Disconnect Reason Code",
                 "Authenticate Reason Code" -> frame.at(shown.offset()) != packet.reasonCode() ? Optional.empty()
                    : equal(Field.REASON, Preview.code(packet.reasonCode()));
            case "Payload" -> packet.type() == PacketType.PUBLISH
                    ? payload(frame.slice(shown.offset(), shown.length())) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** As text where the same bytes come of it, else in hexadecimal digits. */
    private static Optional<String> payload(Bytes payload) {
        if (payload.length() > MOST_BYTES) {
            return Optional.empty();
        }
        String text = payload.utf8();
        boolean isText = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), payload.toArray())
                && text.chars().noneMatch(Character::isISOControl);
        return equal(Field.PAYLOAD, isText ? Node.quoted(text) : "0x" + payload.hex());
    }

    private static Optional<String> equal(Field field, String value) {
        return Optional.of(field.code() + " " + Operator.EQUAL.code() + " " + value);
    }
}
