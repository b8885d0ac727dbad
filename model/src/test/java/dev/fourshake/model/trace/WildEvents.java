package dev.fourshake.model.trace;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.ProtocolVersion;
import dev.fourshake.model.wire.Subprotocols;
import dev.fourshake.model.wire.WireEvent;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Events in any order and of any sense, few identifiers, so that they get in each other's way. */
final class WildEvents {

    private static final List<String> PACKETS = List.of("CONNECT", "CONNECT clean", "CONNECT clean client=",
            "CONNECT expiry=1", "CONNACK", "CONNACK present", "CONNACK rc=0x87", "PUBLISH", "PUBLISH retain",
            "PUBLISH q1 id=1", "PUBLISH q1 id=1 dup", "PUBLISH q2 id=1", "PUBLISH q2 id=1 dup", "PUBLISH q2 id=2",
            "PUBLISH q1 id=2 payload=other", "PUBLISH alias=1", "PUBLISH alias=1 topic=t", "PUBLISH q1 id=0",
            "PUBACK id=1", "PUBACK id=2 rc=0x87", "PUBREC id=1", "PUBREC id=2", "PUBREC id=1 rc=0x97", "PUBREL id=1",
            "PUBREL id=2", "PUBCOMP id=1", "PUBCOMP id=2", "PUBCOMP id=1 rc=0x92", "SUBSCRIBE id=1", "SUBSCRIBE id=2",
            "SUBACK id=1", "SUBACK id=2 rc=0x80", "UNSUBSCRIBE id=1", "UNSUBACK id=1", "PINGREQ", "PINGRESP",
            "DISCONNECT", "DISCONNECT expiry=0", "DISCONNECT rc=0x8E", "AUTH");

    private final Random random;
    private long time = Transcript.START;

    WildEvents(long seed) {
        random = new Random(seed);
    }

    WireEvent next() {
        time += random.nextInt(1_000_000_000);
        int link = 1 + random.nextInt(4);
        return switch (random.nextInt(24)) {
            case 0 -> new LinkOpened(link, time, "c:" + link, "b:1883", false, true,
                    random.nextBoolean() ? Optional.empty() : Optional.of(new Subprotocols("chat", "mqtt")));
            case 1 -> new LinkEnded(link, time, any(LinkEnded.Party.values()), any(LinkEnded.Ending.values()), "why");
            case 2 -> new FramesMissed(link, time, any(Direction.values()), random.nextLong(), random.nextInt());
            case 3, 4 -> new FrameReleased(link, time, any(Direction.values()), random.nextInt(4),
                    any(Frame.Fate.values()));
            case 5 -> Frame.opaque(link, time, any(Direction.values()), noise());
            default -> frame(link);
        };
    }

    private Frame frame(int link) {
        Frame.Fate fate = random.nextInt(3) > 0 ? Frame.Fate.PASSED : any(Frame.Fate.values());
        Bytes raw = random.nextInt(10) == 0 ? noise()
                : new Line(List.of(PACKETS.get(random.nextInt(PACKETS.size())).split(" ")))
                        .bytes(random.nextInt(4) == 0 ? any(ProtocolVersion.values()) : ProtocolVersion.MQTT_5);
        return new Frame(link, time, any(Direction.values()), raw, false, fate,
                fate == Frame.Fate.HELD ? random.nextInt(4) : 0, random.nextInt(8) == 0);
    }

    private Bytes noise() {
        byte[] bytes = new byte[random.nextInt(random.nextInt(50) == 0 ? 40_000 : 20)];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
