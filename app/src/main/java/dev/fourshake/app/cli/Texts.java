package dev.fourshake.app.cli;

import dev.fourshake.model.text.Message;

/** The command line's own sentences, from its bundle, in the user's language. */
final class Texts {

    String of(String key, Object... arguments) {
        return Message.of(Texts.class, key, arguments).text();
    }
}
