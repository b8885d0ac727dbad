package dev.fourshake.fuzz;

import dev.fourshake.app.payload.Choice;
import dev.fourshake.app.payload.PayloadFormat;
import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.app.payload.PayloadLimits;
import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.PayloadReader;
import dev.fourshake.app.payload.ReadPayload;
import dev.fourshake.app.payload.Schema;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.time.Duration;
import java.util.Optional;

/**
 * Any bytes can be read in any format (the first byte chooses it, and past the last one it is found by looking): none
 * breaks, and all stays within the limits.
 */
public final class PayloadTarget {

    private static final PayloadReader READER = PayloadReader.load();
    private static final PayloadLimits LIMITS = new PayloadLimits(20, 500, 4_000, 1 << 16, 1 << 20,
            Duration.ofSeconds(5));

    private PayloadTarget() {
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Input input = new Input(data);
        int choice = input.next() % (READER.formats().size() + 1);
        Bytes payload = input.rest();
        if (choice == READER.formats().size()) {
            read(payload, Choice.BY_LOOKING);
        } else {
            read(READER.formats().get(choice), payload);
        }
    }

    /** For a harness of one format. */
    public static void read(PayloadFormat format, Bytes payload) {
        read(payload, Choice.forThis(format.id(), Schema.NONE));
    }

    private static void read(Bytes payload, Choice choice) {
        PayloadHints hints = new PayloadHints("spBv1.0/g/NDATA/n", Optional.empty(), false, _ -> Optional.of(payload));
        ReadPayload read = READER.read(payload, hints, choice, LIMITS);
        for (Message passedOver : read.passedOver()) {
            Promise.hold(!passedOver.key().equals("failed.broke"), "no format breaks: " + passedOver.text());
        }
        Promise.hold(read.rendering().text().length() <= 16 * LIMITS.characters(), "the text has an end");
        read.rendering().tree().ifPresent(tree -> {
            Promise.hold(tree.count() <= LIMITS.nodes() + 1, "the tree has an end");
            places(tree, payload);
        });
    }

    private static void places(PayloadNode node, Bytes payload) {
        Promise.hold(!node.hasBytes() || node.offset() + node.length() <= payload.length(),
                "a value stands within the payload");
        node.children().forEach(child -> places(child, payload));
    }
}
