package dev.fourshake.ui.view.payload;

import dev.fourshake.app.payload.Choice;
import dev.fourshake.app.payload.PayloadLimits;
import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.PayloadReader;
import dev.fourshake.app.payload.ReadPayload;
import dev.fourshake.app.payload.TreeChanges;
import dev.fourshake.model.trace.TraceSnapshot;
import java.util.Optional;
import javafx.scene.image.Image;

/**
 * All that the view shows of one row, made off the JavaFX thread.
 *
 * @param limits  it was read with
 * @param changes since the message before on the same topic; empty if there is none with a tree of the same format
 */
record Shown(int row, Optional<Source> source, Optional<ReadPayload> read, PayloadLimits limits, Optional<Image> image,
             Optional<TreeChanges> changes) {

    static final Shown NOTHING = new Shown(-1, Optional.empty(), Optional.empty(), PayloadLimits.STANDARD,
            Optional.empty(), Optional.empty());

    /** Reads the payload of a row in the format that {@code chosen} says, else in that of the topic's rule. */
    static Shown of(PayloadReader reader, TraceSnapshot trace, int row, Wish wish) {
        Optional<Source> source = Source.of(trace, row);
        if (source.isEmpty()) {
            return new Shown(row, source, Optional.empty(), wish.limits(), Optional.empty(), Optional.empty());
        }
        Choice choice = wish.choice(source.get().topic());
        ReadPayload read = read(reader, source.get(), choice, wish.limits());
        Optional<Image> image = read.rendering().image().flatMap(Pixels::decode);
        Optional<PayloadNode> tree = read.rendering().tree();
        Optional<PayloadNode> before = tree.flatMap(_ -> source.get().previous())
                .map(previous -> read(reader, previous, choice, wish.limits()))
                .filter(earlier -> earlier.format().id().equals(read.format().id()))
                .flatMap(earlier -> earlier.rendering().tree());
        return new Shown(row, source, Optional.of(read), wish.limits(), image,
                before.map(earlier -> TreeChanges.between(earlier, tree.get())));
    }

    private static ReadPayload read(PayloadReader reader, Source source, Choice choice, PayloadLimits limits) {
        return reader.read(source.payload(), source.hints(), choice, limits);
    }
}
