package dev.fourshake.app.decode;

import dev.fourshake.model.text.Message;

/** A line is no request that can be answered: says why in a sentence. */
final class BadRequestException extends Exception {

    private final transient Message sentence;

    BadRequestException(String key, Object... arguments) {
        super(key, null, false, false);
        sentence = Message.of(BadRequestException.class, key, arguments);
    }

    Message sentence() {
        return sentence;
    }
}
