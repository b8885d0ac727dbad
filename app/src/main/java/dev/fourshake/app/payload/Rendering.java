package dev.fourshake.app.payload;

import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A payload, described without a toolkit.
 *
 * @param text  as people read it; empty for a picture
 * @param tree  its structure, where it has one
 * @param image the picture, where it is one
 * @param isCut whether the limits left something out
 * @param notes what is wrong with it, and what it is packed in
 */
public record Rendering(String text, Optional<PayloadNode> tree, Optional<Image> image, boolean isCut,
                        List<Note> notes) {

    /**
     * An encoded picture that is safe to decode: its size was looked at.
     *
     * @param type such as PNG
     */
    public record Image(String type, int width, int height, Bytes bytes) {
    }

    /** A remark. */
    public record Note(boolean isFault, Message message) {
        public static Note fault(Message message) {
            return new Note(true, message);
        }

        public static Note remark(Message message) {
            return new Note(false, message);
        }
    }

    public Rendering {
        notes = List.copyOf(notes);
    }

    public static Rendering text(String text, boolean isCut) {
        return new Rendering(text, Optional.empty(), Optional.empty(), isCut, List.of());
    }

    public static Rendering tree(String text, PayloadNode tree, boolean isCut) {
        return new Rendering(text, Optional.of(tree), Optional.empty(), isCut, List.of());
    }

    /** The same with one more note before the others. */
    public Rendering noting(Note note) {
        List<Note> all = new ArrayList<>(notes);
        all.addFirst(note);
        return new Rendering(text, tree, image, isCut, all);
    }

    /** The same as what was found in another payload, which its bytes do not stand in. */
    public Rendering unpacked(Note note) {
        return new Rendering(text, tree.map(PayloadNode::withoutBytes), image, isCut, notes).noting(note);
    }
}
