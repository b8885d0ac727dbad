package dev.fourshake.app.script;

import java.util.List;
import java.util.Map;

/** A part of a script as it is written, JSON or YAML, with its place. */
sealed interface Piece {

    Place place();

    /** A text, a number or a truth value, as it is written; quotation marks are gone. */
    record Scalar(Place place, String text) implements Piece {
    }

    /** A list. */
    record Items(Place place, List<Piece> items) implements Piece {

        public Items {
            items = List.copyOf(items);
        }
    }

    /** An object: names, each with a value, in their order. */
    record Named(Place place, Map<String, Piece> fields) implements Piece {
    }
}
