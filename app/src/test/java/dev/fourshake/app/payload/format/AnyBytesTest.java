package dev.fourshake.app.payload.format;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.payload.Choice;
import dev.fourshake.app.payload.PayloadFormat;
import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.PayloadReader;
import dev.fourshake.app.payload.ReadPayload;
import dev.fourshake.app.payload.Schema;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any bytes, read in any format, give a view within the limits, and no format breaks. */
class AnyBytesTest {

    private static final PayloadReader READER = Reading.READER;

    @Provide
    Arbitrary<byte[]> payloads() {
        Arbitrary<byte[]> any = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        Arbitrary<String> beginnings = Arbitraries.of("", "7b22", "5b5b", "3c613e", "3c21", "1f8b08", "789c",
                "89504e470d0a1a0a", "ffd8ffe0", "474946383961", "d9d9f7", "bf", "9f", "8182", "dc00", "0a", "0802");
        return Combinators.combine(beginnings, any).as((head, rest) -> {
            byte[] first = Bytes.ofHex(head).toArray();
            byte[] both = java.util.Arrays.copyOf(first, first.length + rest.length);
            System.arraycopy(rest, 0, both, first.length, rest.length);
            return both;
        });
    }

    @Property
    void anyFormatStaysWithinItsLimits(@ForAll("payloads") byte[] bytes) {
        Bytes payload = Bytes.of(bytes);
        for (PayloadFormat format : READER.formats()) {
            check(READER.read(payload, PayloadHints.ofTopic("spBv1.0/g/NDATA/n"),
                    Choice.forThis(format.id(), Schema.NONE), Reading.NARROW), payload);
        }
        check(READER.read(payload, PayloadHints.NONE, Choice.BY_LOOKING, Reading.NARROW), payload);
    }

    private static void check(ReadPayload view, Bytes payload) {
        assertNotNull(view.format());
        for (Message passedOver : view.passedOver()) {
            assertTrue(!passedOver.key().equals("failed.broke"), passedOver.text());
        }
        // A name, a bracket and its indentation may come on top of the last line.
        assertTrue(view.rendering().text().length() <= 4 * Reading.NARROW.characters(), view.format().id());
        view.rendering().tree().ifPresent(tree -> {
            assertTrue(tree.count() <= Reading.NARROW.nodes() + 1, view.format().id());
            places(tree, payload);
        });
    }

    private static void places(PayloadNode node, Bytes payload) {
        assertTrue(!node.hasBytes() || node.offset() + node.length() <= payload.length(), node::toString);
        node.children().forEach(child -> places(child, payload));
    }
}
