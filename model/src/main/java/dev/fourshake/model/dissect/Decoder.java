package dev.fourshake.model.dissect;

import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.packet.Pingresp;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.packet.Pubcomp;
import dev.fourshake.model.packet.Pubrec;
import dev.fourshake.model.packet.Pubrel;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;

/**
 * Reads one frame. Total: any bytes give a result, never an exception. Stateless; any thread.
 *
 * <p>It judges what the bytes of one packet show by themselves, with the version and the direction of the connection,
 * and nothing that came before. A CONNECT is read as the version that it names. Bytes behind the packet are not looked
 * at; {@link Decoded#length} says how many belong to it.
 *
 * <p>The version and the direction may be null, which means unknown: then anything legal in one of them is accepted.
 * Of several legal readings the strictest version wins, in the order 5, 3.1.1, 3.1; if none is legal, the one that is
 * the least broken, and then the one that gets the furthest.
 */
public final class Decoder {

    private static final ProtocolVersion[] VERSIONS =
            {ProtocolVersion.MQTT_5, ProtocolVersion.MQTT_3_1_1, ProtocolVersion.MQTT_3_1};

    /** By the value of the packet type; those that are forbidden are not asked for. */
    private static final PacketDecoder[] BY_TYPE = {
            _ -> null,
            new ConnectDecoder(),
            new ConnackDecoder(),
            new PublishDecoder(),
            new AcknowledgementDecoder(Rule.PUBACK_CODE, Puback::new),
            new AcknowledgementDecoder(Rule.PUBREC_CODE, Pubrec::new),
            new AcknowledgementDecoder(Rule.PUBREL_CODE, Pubrel::new),
            new AcknowledgementDecoder(Rule.PUBCOMP_CODE, Pubcomp::new),
            new SubscribeDecoder(),
            new SubackDecoder(),
            new UnsubscribeDecoder(),
            new UnsubackDecoder(),
            _ -> new Pingreq(),
            _ -> new Pingresp(),
            new DisconnectDecoder(),
            new AuthDecoder()};

    private Decoder() {
    }

    /**
     * The packet, without its field tree: the fast way, taken once for each frame of a trace.
     *
     * @param version   of the connection; null where unknown
     * @param direction null where unknown
     */
    public static Decoded decode(Bytes frame, ProtocolVersion version, Direction direction) {
        if (version != null && direction != null) {
            return read(frame, version, direction, null);
        }
        return best(frame, version, direction, false).decoded();
    }

    /**
     * The packet with its field tree: taken for the packet that the user looks at.
     *
     * @param version   of the connection; null where unknown
     * @param direction null where unknown
     */
    public static Dissection dissect(Bytes frame, ProtocolVersion version, Direction direction) {
        return best(frame, version, direction, true);
    }

    private static Dissection best(Bytes frame, ProtocolVersion version, Direction direction, boolean recording) {
        Dissection best = null;
        for (ProtocolVersion candidate : version == null ? VERSIONS : new ProtocolVersion[] {version}) {
            for (Direction way : direction == null ? Direction.values() : new Direction[] {direction}) {
                FieldRecorder fields = recording ? new FieldRecorder() : null;
                Decoded decoded = read(frame, candidate, way, fields);
                if (best == null || isBetter(decoded, best.decoded())) {
                    best = new Dissection(decoded, recording ? fields.fields() : List.of());
                }
                if (decoded.isOk()) {
                    return best;
                }
            }
        }
        return best;
    }

    private static boolean isBetter(Decoded decoded, Decoded than) {
        if (decoded.isOk() || than.isOk()) {
            return decoded.isOk() && !than.isOk();
        }
        Defect one = decoded.defects().getFirst();
        Defect other = than.defects().getFirst();
        int difference = badness(one) - badness(other);
        return difference < 0 || difference == 0 && one.offset() > other.offset();
    }

    private static int badness(Defect defect) {
        return switch (defect.verdict()) {
            case INCOMPLETE -> 0;
            case PROTOCOL_ERROR -> 1;
            case MALFORMED -> 2;
        };
    }

    private static Decoded read(Bytes frame, ProtocolVersion version, Direction direction, FieldRecorder fields) {
        PacketReader in = new PacketReader(fields);
        in.restart(frame, version, direction);
        return read(in);
    }

    /** Reads the frame that {@code in} was started with. */
    static Decoded read(PacketReader in) {
        Packet packet = null;
        try {
            FixedHeader.read(in);
            packet = BY_TYPE[in.type().value()].decode(in);
            in.end(Rule.SURPLUS);
        } catch (PacketReader.Broken _) {
            in.unread(1);
        }
        return in.result(packet);
    }
}
