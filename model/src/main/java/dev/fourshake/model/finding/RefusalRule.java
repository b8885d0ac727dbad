package dev.fourshake.model.finding;

import dev.fourshake.model.packet.Auth;
import dev.fourshake.model.dissect.Decoded;
import dev.fourshake.model.dissect.Preview;
import dev.fourshake.model.dissect.ReasonCodes;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.packet.Pingresp;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.packet.Pubcomp;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Pubrec;
import dev.fourshake.model.packet.Pubrel;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.Unsuback;
import dev.fourshake.model.packet.Unsubscribe;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import java.util.Set;

/** What was asked for and refused: legal, and hardly what was meant. */
final class RefusalRule implements Rule {

    private static final int REFUSED = 0x80;
    private static final int SERVER_SHUTTING_DOWN = 0x8B;
    private static final int SESSION_TAKEN_OVER = 0x8E;
    private static final int ADMINISTRATIVE_ACTION = 0x98;
    private static final int USE_ANOTHER_SERVER = 0x9C;
    private static final int SERVER_MOVED = 0x9D;
    private static final int MAXIMUM_CONNECT_TIME = 0xA0;

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return switch (type) {
            case CONNACK, SUBACK, DISCONNECT -> true;
            case PUBACK, PUBREC -> circumstances.contains(Circumstance.MQTT_5);
            case RESERVED, CONNECT, PUBLISH, PUBREL, PUBCOMP, SUBSCRIBE, UNSUBSCRIBE, UNSUBACK, PINGREQ, PINGRESP,
                 AUTH -> false;
        };
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        Packet packet = seen.packetOrNull();
        if (packet == null || !(seen.event() instanceof Frame frame)) {
            return;
        }
        int reason = refusal(packet);
        if (reason != 0) {
            boolean farewell = packet instanceof Disconnect && isFarewell(reason);
            String key = "FS-REFUSED-" + seen.decoded().type().name() + (farewell ? ".farewell" : "");
            int asked = seen.tracked().map(tracked -> tracked.exchange()).filter(id -> id >= 0)
                    .map(seen.exchanges()::firstRow).orElse(-1);
            Object[] values = {Words.client(seen), shown(seen.decoded(), reason), Words.sender(frame)};
            sink.report("FS-REFUSED", farewell ? Severity.ADVICE : Severity.WARNING, Words.say(key, values),
                    Words.say(key + ".advice", values), asked);
        }
    }

    private static String shown(Decoded decoded, int reason) {
        String code = Preview.code(reason);
        return ReasonCodes.name(decoded.type(), decoded.version(), reason).map(name -> code + " " + name).orElse(code);
    }

    /** Whether a connection is ended with this code by no fault of the other side's: it may come back at once. */
    private static boolean isFarewell(int reason) {
        return switch (reason) {
            case SERVER_SHUTTING_DOWN, SESSION_TAKEN_OVER, ADMINISTRATIVE_ACTION, USE_ANOTHER_SERVER, SERVER_MOVED,
                 MAXIMUM_CONNECT_TIME -> true;
            default -> false;
        };
    }

    /** The reason code by which the packet refuses something, 0 where it does not. */
    private static int refusal(Packet packet) {
        return switch (packet) {
            case Connack connack -> connack.reasonCode();
            case Puback puback -> failure(puback.reasonCode());
            case Pubrec pubrec -> failure(pubrec.reasonCode());
            case Disconnect disconnect -> failure(disconnect.reasonCode());
            case Suback suback -> suback.reasonCodes().stream().filter(code -> code >= REFUSED).findFirst().orElse(0);
            case Connect _, Publish _, Pubrel _, Pubcomp _, Subscribe _, Unsubscribe _, Unsuback _, Pingreq _,
                 Pingresp _, Auth _ -> 0;
        };
    }

    private static int failure(int reasonCode) {
        return reasonCode >= REFUSED ? reasonCode : 0;
    }
}
