package dev.fourshake.model.finding;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.Set;

/**
 * What makes a packet worth a {@linkplain Rule rule's} look, beside its type. Most packets of most traffic are regular,
 * and most rules have nothing to do with a regular packet: this is how they are not even asked.
 */
public enum Circumstance {

    /**
     * It is broken, forbidden, sent again, or uses an identifier too soon; the tap did something to it; it came in
     * text; or the connection is read in another version from here on.
     */
    UNUSUAL,

    /** It is the first of its connection, or no CONNACK that can be read has come yet. */
    OPENING,

    /** Some rule has asked to be shown all that comes on the connection: {@link LinkState#watch}. */
    WATCHED,

    /** The client had sent nothing for more than a second. */
    AFTER_SILENCE,

    /** The connection speaks MQTT 5. */
    MQTT_5,

    /** A PUBLISH at QoS 0. */
    QOS_0,

    /** A PUBLISH at QoS 2. */
    QOS_2,

    /** A PUBLISH with RETAIN 1. */
    RETAIN,

    /** A message of a broker for which there is a {@link dev.fourshake.model.delivery.Tie}. */
    TIED;

    /** As many combinations as there are. */
    public static final int COMBINATIONS = 1 << values().length;

    private static final long SECOND = 1_000_000_000L;

    /** The circumstances of a packet, each a bit at its ordinal. */
    public static int of(Observation seen) {
        LinkState link = seen.link();
        int all = isUnusual(seen) ? UNUSUAL.bit() : 0;
        if (link.connackRow() < 0 || link.packets() == 1) {
            all |= OPENING.bit();
        }
        if (link.isWatched()) {
            all |= WATCHED.bit();
        }
        if (seen.event().timeNanos() - link.heardNanos() > SECOND) {
            all |= AFTER_SILENCE.bit();
        }
        if (link.readAs().isMqtt5()) {
            all |= MQTT_5.bit();
        }
        if (seen.tieOrNull() != null) {
            all |= TIED.bit();
        }
        return all | ofMessage(seen);
    }

    private static boolean isUnusual(Observation seen) {
        Tracked tracked = seen.trackedOrNull();
        Frame frame = (Frame) seen.event();
        return tracked == null || tracked.judgement() != Judgement.REGULAR || tracked.isIdReusedEarly()
                || !seen.decoded().isOk() || frame.fate() != Frame.Fate.PASSED || frame.text()
                || seen.link().isReadAnew();
    }

    /** Of a PUBLISH that cannot be read, its first byte tells. */
    private static int ofMessage(Observation seen) {
        if (seen.decoded().type() != PacketType.PUBLISH) {
            return 0;
        }
        if (seen.packetOrNull() instanceof Publish publish) {
            return ofFlags(publish.qos().level(), publish.retain());
        }
        int firstByte = ((Frame) seen.event()).raw().at(0);
        return ofFlags(firstByte >> 1 & 3, (firstByte & 1) != 0);
    }

    private static int ofFlags(int qos, boolean isRetained) {
        int retain = isRetained ? RETAIN.bit() : 0;
        return switch (qos) {
            case 0 -> retain | QOS_0.bit();
            case 1 -> retain;
            case 2 -> retain | QOS_2.bit();
            default -> 0;
        };
    }

    private int bit() {
        return 1 << ordinal();
    }

    /** The circumstances that the bits stand for. */
    public static Set<Circumstance> set(int bits) {
        Set<Circumstance> set = EnumSet.noneOf(Circumstance.class);
        for (Circumstance each : values()) {
            if ((bits & each.bit()) != 0) {
                set.add(each);
            }
        }
        return set;
    }
}
