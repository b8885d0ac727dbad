package dev.fourshake.app.payload.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.fourshake.app.payload.Choice;
import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.app.payload.PayloadLimits;
import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.ReadPayload;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.model.wire.Bytes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Text, JSON, XML, numbers and hex. */
class TextualFormatsTest {

    @Test
    void whatIsNotUtf8IsSaidWithItsPlace() {
        Rendering rendering = Reading.ofHex("text", "6f 6b ff 21");
        assertEquals("ok\uFFFD!", rendering.text());
        assertEquals(List.of("Not UTF-8, first at byte 2; what is not is shown as �."), Reading.notes(rendering));
        assertEquals("okÿ!", Reading.ofHex("text-latin1", "6f 6b ff 21").text());
        assertEquals("ok", Reading.of("text-utf16", Bytes.of("ok".getBytes(StandardCharsets.UTF_16))).text());
        // The character itself is no fault.
        assertEquals(List.of(), Reading.notes(Reading.ofText("text", "\uFFFD")));
    }

    @Test
    void textIsCutAtTheLimit() {
        Rendering cut = Reading.view("text", Reading.text("x".repeat(401)), Reading.NARROW).rendering();
        assertEquals(400, cut.text().length());
        assertTrue(cut.isCut());
        assertFalse(Reading.view("text", Reading.text("x".repeat(400)), Reading.NARROW).rendering().isCut());
    }

    @Test
    void jsonKeepsNumbersAsWrittenAndKeysThatComeTwice() {
        Rendering rendering = Reading.ofText("json", "{\"a\":1.50,\"a\":[1e400,-0,12345678901234567890],\"b\":{}}");
        assertEquals("""
                {
                  "a": 1.50,
                  "a": [
                    1e400,
                    -0,
                    12345678901234567890
                  ],
                  "b": {}
                }""", rendering.text());
        PayloadNode root = rendering.tree().orElseThrow();
        assertEquals(List.of("a", "a", "b"), root.children().stream().map(PayloadNode::name).toList());
        assertEquals("{3}", root.value());
    }

    @Test
    void jsonKnowsTheBytesOfEachValue() {
        String json = "{\"ä\": \"x\\ny\", \"b\": [10, true]}";
        Rendering rendering = Reading.ofText("json", json);
        assertEquals("\"x\\ny\"", bytes(json, Reading.at(rendering, "ä")));
        assertEquals("[10, true]", bytes(json, Reading.at(rendering, "b")));
        assertEquals("10", bytes(json, Reading.at(rendering, "b", "0")));
        assertEquals("true", bytes(json, Reading.at(rendering, "b", "1")));
    }

    private static String bytes(String payload, PayloadNode node) {
        return Reading.text(payload).slice(node.offset(), node.length()).utf8();
    }

    @Test
    void brokenJsonStaysAsItWasSentAndIsReadUpToItsFault() {
        Rendering rendering = Reading.ofText("json", "{\"a\": 1, \"b\": nope}");
        assertEquals("{\"a\": 1, \"b\": nope}", rendering.text());
        assertEquals("1", Reading.at(rendering, "a").value());
        String note = Reading.notes(rendering).getFirst();
        assertTrue(note.startsWith("Broken JSON at byte 1"), note);
        assertTrue(rendering.notes().getFirst().isFault());
    }

    @Test
    void severalJsonValuesAreAllShown() {
        Rendering rendering = Reading.ofText("json", "{\"a\":1}\n{\"a\":2}");
        assertEquals("2", Reading.at(rendering, "1", "a").value());
        assertEquals(List.of("2 values, one after the other."), Reading.notes(rendering));
    }

    @Test
    void aDeepOrWideJsonIsCut() {
        Rendering deep = Reading.view("json", Reading.text("[".repeat(100_000)), Reading.NARROW).rendering();
        assertTrue(deep.isCut());
        Rendering wide = Reading.view("json", Reading.text("[" + "1,".repeat(1000) + "1]"), Reading.NARROW).rendering();
        assertTrue(wide.isCut());
        assertTrue(wide.tree().orElseThrow().count() <= 51);
    }

    @Test
    void xmlIsFoldedAndSetOut() {
        Rendering rendering = Reading.ofText("xml",
                "<?xml version='1.0'?><!-- c --><p:a xmlns:p='urn:p' id='1 &lt; 2'><b>x &amp; y</b><c/></p:a>");
        assertEquals("""
                <!-- c -->
                <p:a xmlns:p="urn:p" id="1 &lt; 2">
                  <b>x &amp; y</b>
                  <c/>
                </p:a>
                """, rendering.text());
        assertEquals("x & y", Reading.at(rendering, "p:a", "b").children().getFirst().value());
    }

    @Test
    void xmlFetchesNothingAndKnowsNoEntities() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
            Reading.ofText("xml", "<!DOCTYPE a SYSTEM '" + url + "'><a/>");
            Reading.ofText("xml", "<!DOCTYPE a [<!ENTITY % e SYSTEM '" + url + "'> %e;]><a/>");
            Rendering file = Reading.ofText("xml",
                    "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>");
            assertFalse(file.text().contains("root:"), file.text());
            Rendering laughs = Reading.ofText("xml",
                    "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><a>&b;</a>");
            assertFalse(laughs.text().contains("haha"), laughs.text());
            assertEquals(0, asked.get());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void xmlIsReadInTheCharacterSetThatItDeclares() {
        String latin = "<?xml version='1.0' encoding='ISO-8859-1'?><a>\u00e4</a>";
        Rendering rendering = Reading.of("xml", Bytes.of(latin.getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals("<a>\u00e4</a>\n", rendering.text());
        Bytes utf16 = Bytes.of("<a>\u00e4</a>".getBytes(StandardCharsets.UTF_16));
        assertEquals("<a>\u00e4</a>\n", Reading.of("xml", utf16).text());
    }

    @Test
    void brokenXmlStaysAsItWasSent() {
        Rendering rendering = Reading.ofText("xml", "<a>\n<b></a>");
        assertEquals("<a>\n<b></a>", rendering.text());
        String note = Reading.notes(rendering).getFirst();
        assertTrue(note.startsWith("Broken XML in line 2, column "), note);
    }

    @Test
    void fourBytesHaveAllTheirReadings() {
        Rendering rendering = Reading.ofHex("number", "c0 49 0f db");
        assertEquals("-3.1415927", Reading.at(rendering, "float32 BE").value());
        assertEquals("3226013659", Reading.at(rendering, "uint32 BE").value());
        assertEquals("-1068953637", Reading.at(rendering, "int32 BE").value());
        assertEquals("3675212224", Reading.at(rendering, "uint32 LE").value());
    }

    @Test
    void eachLengthHasItsNumbers() {
        assertEquals("-1", Reading.at(Reading.ofHex("number", "ff"), "int8").value());
        assertEquals("255", Reading.at(Reading.ofHex("number", "ff"), "uint8").value());
        assertEquals("513", Reading.at(Reading.ofHex("number", "01 02"), "uint16 LE").value());
        assertEquals("18446744073709551615", Reading.at(Reading.ofHex("number", "ffffffffffffffff"), "uint64 BE")
                .value());
        assertEquals("1.0", Reading.at(Reading.ofHex("number", "3ff0000000000000"), "float64 BE").value());
        assertEquals("21.5", Reading.at(Reading.ofText("number", "21.5"), "text").value());
        assertEquals("hex", Reading.view("number", Bytes.ofHex("010203"), Reading.NARROW).format().id());
    }

    @Test
    void hexShowsPlaceDigitsAndCharacters() {
        ReadPayload view = Reading.view("hex", Reading.text("0123456789abcdef\n"), Reading.NARROW);
        assertEquals("""
                00000000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  0123456789abcdef
                00000010  0a                                                .
                """, view.rendering().text());
    }

    /** What ends a string in C belongs to no text, and receivers that are strict refuse it. */
    @Test
    void nulBytesAtTheEndAreLeftOutAndSaid() {
        ReadPayload text = looked("48 65 6c 6c 6f 00 00");
        assertEquals("text Hello", text.format().id() + " " + text.rendering().text());
        assertEquals(List.of("It ends with 2 NUL bytes, which are not shown."), Reading.notes(text.rendering()));
        ReadPayload json = looked("7b 22 61 22 3a 31 7d 00");
        assertEquals("1", Reading.at(json.rendering(), "a").value());
        assertEquals(List.of("It ends with 1 NUL byte, which is not shown."), Reading.notes(json.rendering()));
        assertEquals("xml", looked("3c 61 2f 3e 00").format().id());
        // 65 with the least significant byte first is a number.
        assertEquals("number", looked("41 00").format().id());
        assertEquals("number", looked("41 00 00 00").format().id());
        assertEquals("hex", looked("00 00 00").format().id());
    }

    @Test
    void aByteOrderMarkIsSaid() {
        ReadPayload text = looked("ef bb bf 6f 6b");
        assertEquals("ok", text.rendering().text());
        assertEquals(List.of("It begins with a byte order mark."), Reading.notes(text.rendering()));
        ReadPayload json = looked("ef bb bf 7b 7d");
        assertEquals("json", json.format().id());
        assertTrue(Reading.notes(json.rendering()).getFirst().contains("JSON must not have"));
        assertEquals("text-utf16 ok", looked("ff fe 6f 00 6b 00").format().id() + " "
                + looked("ff fe 6f 00 6b 00").rendering().text());
        assertEquals("number", looked("ff fe 00 00").format().id());
    }

    /** A degree sign in ISO 8859-1 makes no binary of a text, and of JSON no other format. */
    @Test
    void whatIsAlmostLegibleIsNoHex() {
        assertEquals("23.5 \u00b0C", looked("32 33 2e 35 20 b0 43").rendering().text());
        ReadPayload json = looked("7b 22 75 22 3a 22 b0 43 22 7d");
        assertEquals("json", json.format().id());
        assertTrue(Reading.notes(json.rendering()).getFirst().startsWith("Broken JSON at byte "));
        assertEquals("json", looked("7b 22 75 22 3a 22 01 22 7d").format().id());
        assertEquals("hex", looked("80 81 82 83 84 85 86").format().id());
        String latin = "<?xml version='1.0' encoding='ISO-8859-1'?><a>\u00e4</a>";
        assertEquals("<a>\u00e4</a>\n", look(Bytes.of(latin.getBytes(StandardCharsets.ISO_8859_1))).rendering().text());
    }

    @Test
    void theCharacterSetOfTheContentTypeIsTaken() {
        PayloadHints latin = new PayloadHints("a", Optional.of("text/plain; charset=ISO-8859-1"), false,
                _ -> Optional.empty());
        assertEquals("\u00e4", Reading.READER.read(Bytes.ofHex("e4"), latin, Choice.BY_LOOKING,
                PayloadLimits.STANDARD).rendering().text());
        PayloadHints wide = new PayloadHints("a", Optional.of("text/plain;charset=\"utf-16\""), false,
                _ -> Optional.empty());
        assertEquals("ok", Reading.READER.read(Bytes.ofHex("006f 006b"), wide, Choice.BY_LOOKING,
                PayloadLimits.STANDARD).rendering().text());
    }

    @Test
    void aFaultOfJsonIsSaidInWordsAndWhereItBegins() {
        assertEquals("Broken JSON at byte 5: Non-standard token 'NaN'", fault("{\"a\":NaN}"));
        assertTrue(fault("{\"a\":True}").startsWith("Broken JSON at byte 5: Unrecognized token 'True'"));
        assertTrue(fault("{\"a\":1").endsWith("expected close marker for Object"), fault("{\"a\":1"));
    }

    private static String fault(String json) {
        return Reading.notes(Reading.ofText("json", json)).getFirst();
    }

    @Test
    void xmlThatIsDeepOrWideIsCutAndNotCalledBroken() {
        Rendering deep = Reading.ofText("xml", "<a>".repeat(200) + "</a>".repeat(200));
        assertTrue(deep.isCut());
        assertEquals(List.of(), Reading.notes(deep));
        String attributes = IntStream.range(0, 300).mapToObj(i -> " a" + i + "=''").collect(Collectors.joining());
        assertEquals(List.of(), Reading.notes(Reading.ofText("xml", "<a" + attributes + "/>")));
    }

    /** As .NET writes it into a string. */
    @Test
    void xmlThatDeclaresUtf16AndIsNotIsRead() {
        Rendering rendering = Reading.ofText("xml", "<?xml version=\"1.0\" encoding=\"utf-16\"?><a>\u00e4</a>");
        assertEquals("<a>\u00e4</a>\n", rendering.text());
        assertEquals(List.of("It declares utf-16 and is not written in it; it was read as UTF-8."),
                Reading.notes(rendering));
        String twice = Reading.view("xml", Reading.text("<a x='1' x='2'/>"), Reading.NARROW).passedOver().getFirst()
                .text();
        assertTrue(twice.endsWith("AttributeNotUnique: a, x"), twice);
    }

    @Test
    void digitsFoundByLookingAreNoBytes() {
        assertEquals("23.5", look(Reading.text("23.5")).rendering().text());
        assertEquals("1", look(Reading.text("1")).rendering().text());
        assertEquals("842214965", Reading.at(Reading.ofText("number", "23.5"), "uint32 BE").value());
    }

    private static ReadPayload looked(String hex) {
        return look(Bytes.ofHex(hex));
    }

    private static ReadPayload look(Bytes payload) {
        return Reading.READER.read(payload, PayloadHints.NONE, Choice.BY_LOOKING, PayloadLimits.STANDARD);
    }
}
