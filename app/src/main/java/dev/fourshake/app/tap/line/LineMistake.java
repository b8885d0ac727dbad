package dev.fourshake.app.tap.line;

import dev.fourshake.model.text.Message;

/** What was written of a weak line cannot be meant. */
public final class LineMistake extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Message sentence;

    LineMistake(Message sentence) {
        super(sentence.text());
        this.sentence = sentence;
    }

    /** What is wrong and what could stand there, for the user. */
    public Message sentence() {
        return sentence;
    }
}
