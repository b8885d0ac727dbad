package dev.fourshake.app.script;

import dev.fourshake.model.text.Message;
import java.nio.file.Path;

/** Why a file is no script. */
public final class ScriptException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Message sentence;

    private ScriptException(Message sentence) {
        super(sentence.text());
        this.sentence = sentence;
    }

    static ScriptException of(String key, Object... arguments) {
        return new ScriptException(Message.of(ScriptException.class, key, arguments));
    }

    /** @param problem what is wrong there, and what could stand there */
    static ScriptException at(Place place, Message problem) {
        return of("script.at", place.toString(), problem);
    }

    static ScriptException at(Place place, String key, Object... arguments) {
        return at(place, Message.of(ScriptException.class, key, arguments));
    }

    /** The same, said of a file. */
    ScriptException in(Path file) {
        return of("script.in", file.getFileName().toString(), sentence);
    }

    /** With the place, for the user. */
    public Message sentence() {
        return sentence;
    }
}
