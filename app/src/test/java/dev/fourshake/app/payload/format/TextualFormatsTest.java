package dev.fourshake.app.payload.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.ReadPayload;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.model.wire.Bytes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
}
