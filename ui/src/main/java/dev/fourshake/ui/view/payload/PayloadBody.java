package dev.fourshake.ui.view.payload;

import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.ui.workbench.Texts;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** One of: tree, text, picture, or a sentence why there is none of them. */
final class PayloadBody extends StackPane {

    private static final Texts TEXTS = Texts.of(PayloadBody.class);

    private final PayloadTree tree;
    private final PayloadText text = new PayloadText();
    private final PayloadImage image = new PayloadImage();
    private final Label empty = new Label(TEXTS.get("empty"));
    private Shown shown = Shown.NOTHING;
    private boolean asTree = true;

    PayloadBody(Consumer<PayloadNode> onChoose) {
        tree = new PayloadTree(onChoose);
        empty.getStyleClass().add("fs-placeholder");
        empty.setWrapText(true);
        see(empty);
    }

    PayloadText text() {
        return text;
    }

    PayloadImage image() {
        return image;
    }

    /** Whether what has a tree is shown as one. */
    void asTree(boolean on) {
        asTree = on;
        show(shown);
    }

    void show(Shown next) {
        shown = next;
        if (next.read().isEmpty()) {
            say(next.row() < 0 ? "empty" : "empty.row");
            return;
        }
        Rendering rendering = next.read().get().rendering();
        if (next.source().orElseThrow().payload().isEmpty()) {
            say("empty.payload");
        } else if (rendering.image().isPresent()) {
            showImage();
        } else if (asTree && rendering.tree().isPresent()) {
            tree.show(rendering.tree().get(), next.changes());
            see(tree);
        } else {
            text.show(rendering.text());
            see(text);
        }
    }

    private void showImage() {
        if (shown.image().isEmpty()) {
            say("image.broken");
        } else {
            see(image);
            image.show(shown.image().get());
        }
    }

    private void say(String key) {
        empty.setText(TEXTS.get(key));
        see(empty);
    }

    private void see(Node node) {
        getChildren().setAll(node);
    }

    /** Copies what is chosen, or all of the text. */
    void copy() {
        if (getChildren().contains(tree)) {
            tree.copyValue();
        } else if (getChildren().contains(text)) {
            text.copy();
        }
    }
}
