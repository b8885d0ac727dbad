package dev.fourshake.app.script;

import dev.fourshake.app.script.Piece.Items;
import dev.fourshake.app.script.Piece.Named;
import dev.fourshake.app.script.Piece.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields of an object of a script, each read as what it has to be. */
record Fields(Named object) {

    /** @param known names that may stand there */
    static Fields of(Piece piece, Set<String> known) throws ScriptException {
        if (!(piece instanceof Named object)) {
            throw ScriptException.at(piece.place(), "script.object",
                    String.join(", ", known.stream().sorted().toList()));
        }
        for (String name : object.fields().keySet()) {
            if (!known.contains(name)) {
                throw ScriptException.at(object.fields().get(name).place(), "script.unknown", name,
                        String.join(", ", known.stream().sorted().toList()));
            }
        }
        return new Fields(object);
    }

    boolean has(String name) {
        return object.fields().containsKey(name);
    }

    Optional<Piece> piece(String name) {
        return Optional.ofNullable(object.fields().get(name));
    }

    Optional<Scalar> scalar(String name) throws ScriptException {
        Piece piece = object.fields().get(name);
        return piece == null ? Optional.empty() : Optional.of(scalar(piece));
    }

    static Scalar scalar(Piece piece) throws ScriptException {
        if (piece instanceof Scalar scalar) {
            return scalar;
        }
        throw ScriptException.at(piece.place(), "script.scalar");
    }

    /** One value stands for a list of it; nothing for an empty list. */
    List<Piece> items(String name) {
        return switch (object.fields().get(name)) {
            case null -> List.of();
            case Items(Place _, List<Piece> items) -> items;
            case Piece one -> List.of(one);
        };
    }
}
