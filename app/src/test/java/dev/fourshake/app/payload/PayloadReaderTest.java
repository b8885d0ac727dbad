package dev.fourshake.app.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which format is chosen, and what happens to those that fail. */
class PayloadReaderTest {

    private final PayloadReader reader = PayloadReader.load();

    private static Bytes text(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private ReadPayload look(Bytes payload) {
        return reader.read(payload, PayloadHints.NONE, Choice.BY_LOOKING, PayloadLimits.STANDARD);
    }

    private String chosen(String hex) {
        return look(Bytes.ofHex(hex)).format().id();
    }

    private String chosenForText(String text) {
        return look(text(text)).format().id();
    }

    private ReadPayload typed(String contentType, Bytes payload) {
        PayloadHints hints = new PayloadHints("a", Optional.of(contentType), false, _ -> Optional.empty());
        return reader.read(payload, hints, Choice.BY_LOOKING, PayloadLimits.STANDARD);
    }

    /** A format that claims everything and then does as it is told. */
    private record Odd(Supplier<Rendering> rendering) implements PayloadFormat {
        @Override
        public String id() {
            return "odd";
        }

        @Override
        public Message name() {
            return Message.of(Odd.class, "odd");
        }

        @Override
        public Likelihood likelihood(PayloadHints hints, Bytes payload) {
            return Likelihood.CONTENT_TYPE;
        }

        @Override
        public Rendering render(Bytes payload, PayloadContext context) {
            return rendering.get();
        }
    }

    @Test
    void theServiceLoaderFindsAllFormats() {
        assertEquals(Set.of("text", "text-latin1", "text-utf16", "json", "xml", "hex", "number", "image", "cbor",
                "msgpack", "base64", "compressed", "protobuf", "sparkplug"),
                reader.formats().stream().map(PayloadFormat::id).collect(Collectors.toSet()));
        reader.formats().forEach(format -> assertTrue(!format.name().text().startsWith(format.name().key()),
                format.id()));
    }

    @Test
    void theBytesDecideWhereNothingElseDoes() {
        assertEquals("text", chosenForText("the press is warm"));
        assertEquals("text", chosenForText(""));
        assertEquals("json", chosenForText(" {\"a\": 1}"));
        assertEquals("json", chosenForText("[1, 2]"));
        assertEquals("json", chosenForText("true"));
        assertEquals("text", chosenForText("[warm] the press"));
        assertEquals("xml", chosenForText("<a/>"));
        assertEquals("text", chosenForText("<3 you"));
        assertEquals("number", chosenForText("-21.50"));
        assertEquals("number", chosen("00 00 01 02"));
        assertEquals("cbor", chosen("a1 61 61 01"));
        assertEquals("msgpack", chosen("81 a1 61 01"));
        assertEquals("base64", chosenForText("eyJ0ZW1wZXJhdHVyZSI6MjF9"));
        assertEquals("text", chosenForText("temperatureofpress"));
        assertEquals("hex", chosen("00 ff fe 01 02"));
    }

    @Test
    void theContentTypeGoesBeforeTheBytes() {
        assertEquals("cbor", typed("application/cbor", Bytes.ofHex("18 2a")).format().id());
        assertEquals("json", typed("Application/Vnd.Plant+JSON; charset=utf-8", text("21")).format().id());
        assertEquals("protobuf", typed("application/x-protobuf", Bytes.ofHex("08 2a")).format().id());
        assertEquals("json", typed("text/plain", text("{\"a\": 1}")).format().id());
    }

    @Test
    void theTopicOfSparkplugGoesBeforeTheBytes() {
        ReadPayload view = reader.read(Bytes.ofHex("08 01 18 00"), PayloadHints.ofTopic("spBv1.0/g/NDATA/n"),
                Choice.BY_LOOKING, PayloadLimits.STANDARD);
        assertEquals("sparkplug", view.format().id());
        assertEquals("the topic is reserved for it", view.reason().text());
    }

    @Test
    void aContentTypeThatIsWrongIsPassedOverAndSaid() {
        ReadPayload view = typed("application/json", text("the press is warm"));
        assertEquals("text", view.format().id());
        assertEquals(1, view.passedOver().size());
        assertTrue(view.passedOver().getFirst().text().startsWith("Not JSON: Broken JSON at byte"),
                view.passedOver().getFirst().text());
    }

    @Test
    void theUsersChoiceGoesBeforeEverything() {
        ReadPayload view = reader.read(text("{}"), PayloadHints.NONE, Choice.forThis("text", Schema.NONE),
                PayloadLimits.STANDARD);
        assertEquals("text", view.format().id());
        assertEquals("you chose it for this packet", view.reason().text());
    }

    @Test
    void aChoiceThatCannotBeKeptIsShownAsHexAndSaid() {
        ReadPayload image = reader.read(text("{}"), PayloadHints.NONE, Choice.forThis("image", Schema.NONE),
                PayloadLimits.STANDARD);
        assertEquals("hex", image.format().id());
        assertEquals(1, image.passedOver().size());
        ReadPayload unknown = reader.read(text("{}"), PayloadHints.NONE, Choice.forThis("none such", Schema.NONE),
                PayloadLimits.STANDARD);
        assertEquals("There is no payload format “none such” here.", unknown.passedOver().getFirst().text());
    }

    @Test
    void aFormatThatThrowsIsPassedOverAndSaid() {
        List<Supplier<Rendering>> faults = List.of(
                () -> {
                    throw new IllegalStateException("bug");
                },
                () -> {
                    throw new StackOverflowError("bug");
                },
                () -> null);
        for (Supplier<Rendering> fault : faults) {
            List<PayloadFormat> formats = new java.util.ArrayList<>(reader.formats());
            formats.addFirst(new Odd(fault));
            ReadPayload view = new PayloadReader(formats).read(text("{}"), PayloadHints.NONE, Choice.BY_LOOKING,
                    PayloadLimits.STANDARD);
            assertEquals("json", view.format().id());
            String said = view.passedOver().getFirst().text();
            assertTrue(said.startsWith("The payload format “odd” failed and was passed over: "), said);
        }
    }

    @Test
    void ofEquallyLikelyFormatsTheFirstIsTaken() {
        Odd first = new Odd(() -> Rendering.text("first", false));
        Odd second = new Odd(() -> Rendering.text("second", false));
        assertEquals("first", new PayloadReader(List.of(first, second)).read(Bytes.EMPTY, PayloadHints.NONE,
                Choice.BY_LOOKING, PayloadLimits.STANDARD).rendering().text());
    }
}
