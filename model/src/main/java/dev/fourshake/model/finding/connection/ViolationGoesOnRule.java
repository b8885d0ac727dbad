package dev.fourshake.model.finding.connection;

import dev.fourshake.model.dissect.Defect;
import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.Set;

/**
 * Who gets a packet that cannot be read has to close (MQTT 3.1.1 section 4.8, MQTT 5.0 section 4.13). Before MQTT 5
 * only what breaks the format counts, and a second CONNECT; in MQTT 5 only the server is bound, and a Reason Code that
 * an answer can carry instead (0x8F, 0x90, 0x99) is no reason to close.
 */
final class ViolationGoesOnRule implements Rule {

    private static final int MALFORMED_PACKET = 0x81;
    private static final int PROTOCOL_ERROR = 0x82;
    private static final String SECOND_CONNECT = "MQTT-3.1.0-2";

    private final Duties duties;

    ViolationGoesOnRule(Duties duties) {
        this.duties = duties;
    }

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return type == PacketType.CONNECT || circumstances.contains(Circumstance.UNUSUAL);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        ProtocolVersion version = seen.decoded().version();
        boolean connect = seen.decoded().type() == PacketType.CONNECT;
        if (seen.decoded().isOk() && !connect || version == ProtocolVersion.MQTT_3_1
                || !(seen.event() instanceof Frame frame) || link.isTampered() || link.holeRow() >= 0
                || link.connectRow() < 0 && !connect) {
            return;
        }
        boolean mqtt5 = version.isMqtt5();
        String broken = reason(seen, mqtt5);
        if (!broken.isEmpty() && !(mqtt5 && frame.direction() == Direction.SERVER_TO_CLIENT)) {
            String rule = statement(seen, broken, mqtt5);
            duties.owe(link, new Duty(frame.direction().opposite(), seen.row(), frame.timeNanos(), rule, rule,
                    "open.violation"));
        }
    }

    /** The broken statement that makes the receiver close, empty where there is none. */
    private static String reason(Observation seen, boolean mqtt5) {
        Defect defect = seen.decoded().verdict().orElse(null);
        if (defect != null) {
            boolean closes = mqtt5 ? defect.reasonCode() == MALFORMED_PACKET || defect.reasonCode() == PROTOCOL_ERROR
                    : defect.verdict() == Defect.Verdict.MALFORMED;
            return closes ? defect.rule() : "";
        }
        return seen.tracked().filter(tracked -> tracked.judgement() == Judgement.ILLEGAL)
                .map(tracked -> tracked.rule()).filter(SECOND_CONNECT::equals).orElse("");
    }

    private static String statement(Observation seen, String broken, boolean mqtt5) {
        if (seen.decoded().type() == PacketType.CONNECT && !broken.equals(SECOND_CONNECT)) {
            return "MQTT-3.1.4-1";
        }
        if (mqtt5) {
            return "MQTT-4.13.1-1";
        }
        return broken.equals("MQTT-2.2.2-1") ? "MQTT-2.2.2-2" : "MQTT-4.8.0-1";
    }
}
