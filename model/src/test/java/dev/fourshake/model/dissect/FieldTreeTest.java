package dev.fourshake.model.dissect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.encode.PacketEncoder;
import dev.fourshake.model.encode.Packets;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FieldTreeTest {

    @Property
    void aGoodPacketIsCoveredOnce(@ForAll long seed, @ForAll ProtocolVersion version, @ForAll Direction direction) {
        Bytes bytes = PacketEncoder.encode(Packets.any(seed, version, direction), version);
        Dissection dissection = Decoder.dissect(bytes, version, direction);
        assertEquals(Decoder.decode(bytes, version, direction), dissection.decoded());
        assertOrdered(dissection.fields(), 0, bytes.length());
        int[] bits = new int[bytes.length()];
        dissection.fields().forEach(field -> cover(field, bits));
        for (int at = 0; at < bits.length; at++) {
            assertEquals(0xFF, bits[at], "byte " + at + " of " + bytes.hex());
        }
    }

    @Property(tries = 2000)
    void anyBytesHaveATreeAndAResult(@ForAll("frames") byte[] frame, @ForAll boolean knownVersion,
            @ForAll ProtocolVersion version, @ForAll boolean knownDirection, @ForAll Direction direction) {
        Bytes bytes = Bytes.of(frame);
        ProtocolVersion known = knownVersion ? version : null;
        Direction way = knownDirection ? direction : null;
        Dissection dissection = Decoder.dissect(bytes, known, way);
        Decoded decoded = dissection.decoded();
        assertEquals(Decoder.decode(bytes, known, way), decoded);
        assertOrdered(dissection.fields(), 0, bytes.length());
        assertTrue(decoded.isOk() ? decoded.packet().isPresent() : decoded.verdict().isPresent());
        for (Defect defect : decoded.defects()) {
            assertTrue(defect.offset() >= 0 && defect.length() >= 0
                    && defect.offset() + defect.length() <= bytes.length(), defect.toString());
        }
    }

    /** A packet that is cut off is incomplete, never malformed, and says what it can. */
    @Property
    void aPrefixOfAGoodPacketIsIncomplete(@ForAll long seed, @ForAll ProtocolVersion version,
            @ForAll Direction direction) {
        Bytes bytes = PacketEncoder.encode(Packets.any(seed, version, direction), version);
        int cut = Math.floorMod(seed, bytes.length());
        Dissection dissection = Decoder.dissect(bytes.slice(0, cut), version, direction);
        Decoded decoded = dissection.decoded();
        assertEquals(Defect.Verdict.INCOMPLETE, decoded.verdict().orElseThrow().verdict());
        assertEquals(cut, decoded.length());
        assertTrue(decoded.packet().isEmpty());
        int[] bits = new int[cut];
        dissection.fields().forEach(field -> cover(field, bits));
    }

    @Test
    void showsNameValueAndMeaning() {
        Dissection dissection = Decoder.dissect(Octets.of("""
                3D                  # PUBLISH, DUP, QoS 2, RETAIN
                ..                  # Remaining Length
                s'press/4'          # Topic Name
                00 07               # Packet Identifier
                05                  # Property Length
                02 00 00 00 3C      # Message Expiry Interval
                '21.5'              # payload
                """), ProtocolVersion.MQTT_5, Direction.CLIENT_TO_SERVER);
        assertEquals("""
                Fixed Header 0+2
                  Packet Type and Flags 0+1 = 0x3D
                    Control Packet Type 0+1 & F0 = 3 (PUBLISH)
                    DUP 0+1 & 08 = 1 (may have been sent before)
                    QoS 0+1 & 06 = 2 (exactly once)
                    RETAIN 0+1 & 01 = 1 (to be retained, or sent from what was retained)
                  Remaining Length 1+1 = 21 (21 bytes follow)
                Variable Header 2+17
                  Topic Name 2+9 = press/4
                    Length 2+2 = 7
                    UTF-8 Character Data 4+7 = press/4
                  Packet Identifier 11+2 = 7
                  Properties 13+6
                    Property Length 13+1 = 5
                    Message Expiry Interval 14+5 = 60 (dropped if not delivered within 60 s)
                      Property Identifier 14+1 = 2
                      Value 15+4 = 60
                Payload 19+4 = 21.5 (4 bytes of text)
                """, text(dissection.fields(), ""));
    }

    @Test
    void showsWhatCouldNotBeReadAsSuch() {
        Dissection dissection = Decoder.dissect(Octets.of("""
                82                  # SUBSCRIBE
                ..                  # Remaining Length
                00 01               # Packet Identifier
                03                  # Property Length
                7E 01 02            # an unknown property
                s'a' 01             # Topic Filter, QoS 1
                00 09 61            # half a Topic Filter
                """), ProtocolVersion.MQTT_5, Direction.CLIENT_TO_SERVER);
        assertEquals("""
                Fixed Header 0+2
                  Packet Type and Flags 0+1 = 0x82
                    Control Packet Type 0+1 & F0 = 8 (SUBSCRIBE)
                    Reserved 0+1 & 0F = 2
                  Remaining Length 1+1 = 13 (13 bytes follow)
                Variable Header 2+6
                  Packet Identifier 2+2 = 1
                  Properties 4+4
                    Property Length 4+1 = 3
                    Property 5+1
                      Property Identifier 5+1 = 126
                    Unread Bytes 6+2 = 01 02
                Payload 8+4
                  Subscription 8+4 = a
                    Topic Filter 8+3 = a
                      Length 8+2 = 1
                      UTF-8 Character Data 10+1 = a
                    Subscription Options 11+1 = 0x01
                      Reserved 11+1 & C0 = 0
                      Retain Handling 11+1 & 30 = 0 (retained messages are sent at each subscribe)
                      Retain As Published 11+1 & 08 = 0 (forwarded messages have RETAIN 0)
                      No Local 11+1 & 04 = 0 (own messages come back)
                      Maximum QoS 11+1 & 03 = 1 (messages come at QoS 1 at most)
                Unread Bytes 12+3 = 00 09 61
                """, text(dissection.fields(), ""));
        assertEquals(List.of("section 2.2.2.2", "MQTT-3.8.3-1"),
                dissection.decoded().defects().stream().map(Defect::rule).toList());
    }

    @Provide
    Arbitrary<byte[]> frames() {
        Arbitrary<byte[]> any = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
        Arbitrary<byte[]> spoiled = Arbitraries.longs().map(seed -> {
            ProtocolVersion version = ProtocolVersion.values()[Math.floorMod(seed, 3)];
            Direction direction = Direction.values()[Math.floorMod(seed >> 8, 2)];
            byte[] frame = PacketEncoder.encode(Packets.any(seed, version, direction), version).toArray();
            frame[Math.floorMod(seed >> 16, frame.length)] = (byte) (seed >> 24);
            return frame;
        });
        return Arbitraries.oneOf(any, spoiled);
    }

    private static void assertOrdered(List<Field> fields, int from, int to) {
        int at = from;
        for (Field field : fields) {
            assertTrue(field.offset() >= at && field.offset() + field.length() <= to, field.toString());
            at = field.bitMask() == 0xFF ? field.offset() + field.length() : field.offset();
            assertOrdered(field.children(), field.offset(), field.offset() + field.length());
            field.meaning().ifPresent(meaning -> assertFalse(meaning.text(Locale.ENGLISH).startsWith(meaning.key()),
                    () -> "no text for " + meaning.key()));
        }
    }

    /** Marks the bits of each leaf, none of them twice. */
    private static void cover(Field field, int[] bits) {
        field.children().forEach(child -> cover(child, bits));
        if (field.children().isEmpty()) {
            for (int at = field.offset(); at < field.offset() + field.length(); at++) {
                assertEquals(0, bits[at] & field.bitMask(), field.toString());
                bits[at] |= field.bitMask();
            }
        }
    }

    private static String text(List<Field> fields, String indent) {
        StringBuilder text = new StringBuilder();
        for (Field field : fields) {
            text.append(indent).append(field.name())
                    .append(' ').append(field.offset()).append('+').append(field.length());
            if (field.bitMask() != 0xFF) {
                text.append(String.format(" & %02X", field.bitMask()));
            }
            if (!field.value().isEmpty()) {
                text.append(" = ").append(field.value());
            }
            field.meaning().ifPresent(meaning -> text.append(" (").append(meaning.text(Locale.ENGLISH)).append(')'));
            text.append('\n').append(text(field.children(), indent + "  "));
        }
        return text.toString();
    }
}
