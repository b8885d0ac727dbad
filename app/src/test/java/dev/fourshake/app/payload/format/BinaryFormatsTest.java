package dev.fourshake.app.payload.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.payload.Choice;
import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.app.payload.PayloadLimits;
import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.ReadPayload;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** CBOR, MessagePack, pictures, and what is packed in something else. */
class BinaryFormatsTest {

    /** "hello hello hello". */
    private static final String ZLIB = "789ccb48cdc9c957c84090003a2e067d";
    private static final String PNG_HEADER = "89504e470d0a1a0a 0000000d 49484452";

    private static Bytes gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return Bytes.of(packed.toByteArray());
    }

    @Test
    void cborHasItsValuesAndTheirBytes() {
        // {"t": 21.5, "raw": h'0102', "n": [-1, null]}
        Rendering rendering = Reading.ofHex("cbor", "a3 6174 f94d60 63726177 420102 616e 8220f6");
        assertEquals("21.5", Reading.at(rendering, "t").value());
        assertEquals("h'0102'", Reading.at(rendering, "raw").value());
        PayloadNode minusOne = Reading.at(rendering, "n", "0");
        assertEquals("-1", minusOne.value());
        assertEquals(1, minusOne.length());
        assertEquals(16, minusOne.offset());
    }

    @Test
    void cborSaysWhatJsonCannot() {
        assertEquals("[0(\"x\"), 1(0) / 1970-01-01T00:00:00Z /, 37(h'01'), undefined, simple(16), simple(255)]",
                cbor("86 c06178 c100 d8254101 f7 f0 f8ff"));
        assertEquals("[18446744073709551616, 273.15, 1]", cbor("83 c249010000000000000000 c48221196ab3 d9d9f701"));
        assertEquals("{\"h'ff01'\": false, \"-1\": null, \"a\": 1.0}", cbor("a3 42ff01 f4 20 f6 6161 f93c00"));
        assertEquals("[1(1.5) / 1970-01-01T00:00:01.500Z /]", cbor("81 c1f93e00"));
    }

    private static String cbor(String hex) {
        return Reading.ofHex("cbor", hex).text().replaceAll("\\n *", " ").replace("[ ", "[").replace(" ]", "]")
                .replace("{ ", "{").replace(" }", "}");
    }

    @Test
    void cborWithAKeyThatIsNotReadSaysSo() {
        ReadPayload view = Reading.view("cbor", Bytes.ofHex("a1 8101 02"), Reading.NARROW);
        assertEquals("hex", view.format().id());
        assertEquals("Not CBOR: It breaks off: a key is neither text, bytes nor an integer; other keys are not read",
                view.passedOver().getFirst().text());
    }

    /** Two megabytes of them would take minutes. */
    @Test
    void cborOfNothingButTagsIsGivenUpAndSaid() {
        byte[] tags = new byte[2_000_000];
        Arrays.fill(tags, (byte) 0xC1);
        PayloadLimits brief = new PayloadLimits(100, 5_000, 1 << 16, 1 << 22, 1L << 24, Duration.ofMillis(200));
        ReadPayload read = Reading.view("cbor", Bytes.of(tags), brief);
        String said = read.passedOver().stream().map(Message::text).collect(Collectors.joining());
        assertTrue(said.contains("takes too long"), said);
    }

    @Test
    void cborThatBreaksOffIsShownUpToThere() {
        Rendering rendering = Reading.ofHex("cbor", "82 01 19 02");
        assertEquals("1", Reading.at(rendering, "0").value());
        assertTrue(Reading.notes(rendering).getFirst().startsWith("It breaks off: "));
    }

    @Test
    void messagePackHasItsValuesAndTheirBytes() {
        // {"t": 21.5, 7: [-1, nil, h'0102'], "at": timestamp 1}
        Rendering rendering = Reading.ofHex("msgpack",
                "83 a174 cb4035800000000000 07 93 ff c0 c4020102 a26174 d6ff00000001");
        assertEquals("21.5", Reading.at(rendering, "t").value());
        assertEquals("h'0102'", Reading.at(rendering, "7", "2").value());
        assertEquals(4, Reading.at(rendering, "7", "2").length());
        assertEquals("1970-01-01T00:00:01Z", Reading.at(rendering, "at").value());
    }

    @Test
    void aMessagePackLengthThatIsALieReservesNothing() {
        ReadPayload binary = Reading.view("msgpack", Bytes.ofHex("92 01 c6 7fffffff 00"), Reading.NARROW);
        assertEquals("1", Reading.at(binary.rendering(), "0").value());
        assertTrue(Reading.notes(binary.rendering()).getFirst().contains("longer than the payload"));
        assertEquals("msgpack", Reading.view("msgpack", Bytes.ofHex("dd 7fffffff 01"), Reading.NARROW).format().id());
    }

    @Test
    void aPictureTellsItsSize() {
        Rendering.Image image = Reading.ofHex("image", PNG_HEADER + "00000010 00000020 08060000").image().orElseThrow();
        assertEquals("PNG 16 32", image.type() + " " + image.width() + " " + image.height());
        Rendering.Image jpeg = Reading.ofHex("image", "ffd8 ffe00004 0000 ffc0 0011 08 0040 0080 03").image()
                .orElseThrow();
        assertEquals("JPEG 128 64", jpeg.type() + " " + jpeg.width() + " " + jpeg.height());
        Rendering.Image gif = Reading.ofHex("image", "474946383961 0a00 1400").image().orElseThrow();
        assertEquals("GIF 10 20", gif.type() + " " + gif.width() + " " + gif.height());
    }

    @Test
    void aPictureThatUnpacksToTooMuchIsNotDecoded() {
        ReadPayload view = Reading.view("image", Bytes.ofHex(PNG_HEADER + "7fffffff 7fffffff 08060000"),
                Reading.NARROW);
        assertEquals("hex", view.format().id());
        assertTrue(view.passedOver().getFirst().text().contains("2147483647 × 2147483647"));
    }

    @Test
    void whatIsPackedIsShownByLookingAgain() throws IOException {
        ReadPayload view = Reading.view("compressed", gzip("{\"a\": 1}".getBytes()), Reading.NARROW);
        assertEquals("1", Reading.at(view.rendering(), "a").value());
        assertEquals(-1, Reading.at(view.rendering(), "a").offset());
        assertTrue(Reading.notes(view.rendering()).getFirst().endsWith("bytes unpack to 8 bytes of JSON."));
        ByteArrayOutputStream zlib = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(zlib)) {
            out.write("<a/>".getBytes());
        }
        assertEquals("<a/>\n", Reading.of("compressed", Bytes.of(zlib.toByteArray())).text());
    }

    @Test
    void aBombIsUnpackedToTheLimitOnly() throws IOException {
        Rendering rendering = Reading.view("compressed", gzip(new byte[50_000_000]), Reading.NARROW).rendering();
        assertTrue(Reading.notes(rendering).contains("Only the first 1,000 bytes were unpacked."),
                Reading.notes(rendering).toString());
    }

    @Test
    void packedInOneAnotherEndsSomewhere() throws IOException {
        Bytes packed = Reading.text("{}");
        for (int i = 0; i < 20; i++) {
            packed = gzip(packed.toArray());
        }
        Rendering rendering = Reading.of("compressed", packed);
        assertEquals(4, Reading.notes(rendering).size(), Reading.notes(rendering).toString());
    }

    @Test
    void aPackedPayloadThatBreaksOffIsShownUpToThere() throws IOException {
        Bytes whole = gzip("the press is warm".getBytes());
        Rendering rendering = Reading.of("compressed", whole.slice(0, whole.length() - 4));
        assertEquals("the press is warm", rendering.text());
        assertTrue(Reading.notes(rendering).getFirst().startsWith("It cannot be unpacked to its end: "));
    }

    @Test
    void base64OfBothAlphabetsIsLookedInto() {
        byte[] json = "{\"a\": \"~~~???\"}".getBytes();
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getMimeEncoder(8, new byte[] {'\n'}),
                Base64.getUrlEncoder().withoutPadding())) {
            assertEquals("~~~???", Reading.at(Reading.of("base64", Bytes.of(encoder.encode(json))), "a").value());
        }
        assertEquals("hex", Reading.view("base64", Reading.text("not base64!"), Reading.NARROW).format().id());
    }

    @Test
    void whatFollowsBehindSomethingPackedIsSaid() throws IOException {
        Bytes whole = gzip("warm".getBytes());
        assertTrue(Reading.notes(Reading.of("compressed", Bytes.ofHex(whole.hex() + "beef")))
                .contains("2 bytes follow that do not belong to it."));
        assertEquals(1, Reading.notes(Reading.of("compressed", whole)).size());
        assertTrue(Reading.notes(Reading.ofHex("compressed", ZLIB + "00"))
                .contains("1 byte follows that does not belong to it."));
        assertEquals(1, Reading.notes(Reading.ofHex("compressed", ZLIB)).size());
    }

    @Test
    void whatIsBeforeAFaultIsUnpacked() throws IOException {
        Rendering zlib = Reading.ofHex("compressed", ZLIB.substring(0, ZLIB.length() - 2) + "7c");
        assertEquals("hello hello hello", zlib.text());
        assertTrue(Reading.notes(zlib).contains("It cannot be unpacked to its end: its checksum does not match"));
        byte[] words = "hello hello, this is the press, and it is warm; hello again".getBytes();
        byte[] broken = gzip(words).toArray();
        broken[broken.length - 16] ^= 0x55;
        String read = Reading.of("compressed", Bytes.of(broken)).text();
        assertTrue(read.startsWith("hello hello"), read);
    }

    /** Number after number of which some look like an array would be another format from packet to packet. */
    @Test
    void whatIsAsLongAsANumberIsNoArrayByChance() {
        for (String number : List.of("8101", "9101", "83010203", "93010203")) {
            assertEquals("number", look(number), number);
        }
        assertEquals("cbor", look("a1616101"));
        assertEquals("msgpack", look("81a16101"));
        assertEquals("cbor", look("820102"));
    }

    private static String look(String hex) {
        return Reading.READER.read(Bytes.ofHex(hex), PayloadHints.NONE, Choice.BY_LOOKING, PayloadLimits.STANDARD)
                .format().id();
    }

    @Test
    void aPictureOfNothingIsNotCalledLarge() {
        String said = Reading.view("image", Bytes.ofHex("474946383961 0000 0000"), Reading.NARROW).passedOver()
                .getFirst().text();
        assertEquals("Not Image: A GIF of 0 \u00d7 0 pixels is nothing to look at.", said);
    }
}
