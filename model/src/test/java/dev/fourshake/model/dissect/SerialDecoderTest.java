package dev.fourshake.model.dissect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.fourshake.model.encode.PacketEncoder;
import dev.fourshake.model.encode.Packets;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SerialDecoderTest {

    private final SerialDecoder decoder = new SerialDecoder();

    /** Good packets, cut ones and broken ones in any order: what one was must not show in the next. */
    @Property(tries = 200)
    void itFindsWhatIsFoundInEachFrameAlone(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < 50; i++) {
            ProtocolVersion version = ProtocolVersion.values()[random.nextInt(ProtocolVersion.values().length)];
            Direction direction = Direction.values()[random.nextInt(2)];
            Bytes frame = damaged(PacketEncoder.encode(Packets.any(random.nextInt(40), version, direction), version),
                    random);

            Decoded decoded = decoder.decode(frame, version, direction);

            assertEquals(Decoder.decode(frame, version, direction), decoded);
            if (decoder.topic() != 0 && decoded.packet().orElse(null) instanceof Publish publish) {
                int number = numbers.computeIfAbsent(publish.topicName(), _ -> decoder.topic());
                assertEquals(number, decoder.topic());
            }
        }
        assertEquals(numbers.size(), numbers.values().stream().distinct().count());
    }

    private static Bytes damaged(Bytes good, Random random) {
        byte[] bytes = good.toArray();
        return switch (random.nextInt(3)) {
            case 0 -> {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                yield Bytes.of(bytes);
            }
            case 1 -> Bytes.of(bytes).slice(0, random.nextInt(bytes.length));
            default -> good;
        };
    }

    @Test
    void aTopicNameIsMadeATextOfOnce() {
        Publish first = publish("30 .. s'press/4' '20.5'");
        int topic = decoder.topic();
        Publish other = publish("30 .. s'press/5' '20.5'");
        assertNotEquals(topic, decoder.topic());
        Publish again = publish("33 .. s'press/4' 00 07 '21.5'");

        assertEquals(topic, decoder.topic());
        assertSame(first.topicName(), again.topicName());
        assertEquals("press/5", other.topicName());
    }

    /** A name that is wrong is judged each time. */
    @Test
    void aTopicNameWithAWildcardIsNotKnown() {
        Bytes wrong = Octets.of("30 .. s'press/#' '20.5'");
        for (int i = 0; i < 2; i++) {
            Decoded decoded = decoder.decode(wrong, ProtocolVersion.MQTT_3_1_1, Direction.CLIENT_TO_SERVER);
            assertEquals(1, decoded.defects().size());
            assertEquals(0, decoder.topic());
        }
    }

    @Test
    void manyTopicNamesAreToldApart() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 3_000; i++) {
                assertEquals("line/" + i, publish("30 .. s'line/" + i + "' '1'").topicName());
                assertEquals(i + 1, decoder.topic());
            }
        }
    }

    private Publish publish(String octets) {
        return (Publish) decoder.decode(Octets.of(octets), ProtocolVersion.MQTT_3_1_1, Direction.CLIENT_TO_SERVER)
                .packet().orElseThrow();
    }
}
