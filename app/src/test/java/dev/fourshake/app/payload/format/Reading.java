package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.Choice;
import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.app.payload.PayloadLimits;
import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.PayloadReader;
import dev.fourshake.app.payload.ReadPayload;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.app.payload.Schema;
import dev.fourshake.model.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Reads payloads in a given format. */
final class Reading {

    static final PayloadReader READER = PayloadReader.load();

    /** So narrow that a test reaches them. */
    static final PayloadLimits NARROW = new PayloadLimits(8, 50, 400, 1000, 10_000, Duration.ofSeconds(5));

    private Reading() {
    }

    static Bytes text(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static ReadPayload view(String format, Bytes payload, PayloadLimits limits) {
        return READER.read(payload, PayloadHints.NONE, Choice.forThis(format, Schema.NONE), limits);
    }

    static Rendering of(String format, Bytes payload) {
        return view(format, payload, PayloadLimits.STANDARD).rendering();
    }

    static Rendering ofText(String format, String payload) {
        return of(format, text(payload));
    }

    static Rendering ofHex(String format, String payload) {
        return of(format, Bytes.ofHex(payload));
    }

    static List<String> notes(Rendering rendering) {
        return rendering.notes().stream().map(note -> note.message().text()).toList();
    }

    /** The node at a path of names. */
    static PayloadNode at(Rendering rendering, String... path) {
        PayloadNode node = rendering.tree().orElseThrow();
        for (String name : path) {
            node = node.child(name).orElseThrow();
        }
        return node;
    }
}
