package dev.fourshake.ui.selection;

import java.util.OptionalInt;

/**
 * What the user has chosen in the trace that is shown: a reference by number, never a live object, so that it stays
 * true while the trace grows.
 */
public sealed interface Selection {

    /** A packet, or another row of the trace. */
    record Row(int row) implements Selection {
    }

    /** Bytes of a packet: those of one of its fields, or some that were chosen by hand. */
    record ByteRange(int row, int offset, int length) implements Selection {
    }

    /** A whole exchange. */
    record Exchange(int id) implements Selection {
    }

    /** A session: a Client Identifier. */
    record Session(int id) implements Selection {
    }

    /** A link: one network connection. */
    record Link(int number) implements Selection {
    }

    /** A topic. */
    record Topic(String name) implements Selection {
    }

    /** The row that is chosen, if it is one. */
    default OptionalInt rowChosen() {
        return switch (this) {
            case Row(int row) -> OptionalInt.of(row);
            case ByteRange(int row, _, _) -> OptionalInt.of(row);
            case Exchange _, Session _, Link _, Topic _ -> OptionalInt.empty();
        };
    }
}
