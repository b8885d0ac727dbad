package dev.fourshake.ui.view;

import dev.fourshake.ui.workbench.Texts;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;

/**
 * What was typed into a form cannot be meant; the message is a sentence that says what and why. Where the field is
 * known, the form brings it in sight.
 */
public final class FormMistake extends Exception {

    static final Texts TEXTS = Texts.of(FormMistake.class);

    private static final long serialVersionUID = 1;

    private final transient Node field;

    public FormMistake(String sentence) {
        this(sentence, null);
    }

    /** @param field where it was typed in */
    public FormMistake(String sentence, Node field) {
        super(sentence);
        this.field = field;
    }

    /** Moves the keyboard to where the mistake was typed in, behind a tab as well. Does nothing if that is unknown. */
    public void show() {
        if (field != null) {
            Forms.reveal(field);
        }
    }

    /**
     * The whole number that was typed into {@code field}.
     *
     * @param name what the form calls it
     * @throws FormMistake if it is none, or not from {@code least} to {@code most}
     */
    public static long number(String name, TextInputControl field, long least, long most) throws FormMistake {
        try {
            return number(name, field.getText(), least, most);
        } catch (FormMistake mistake) {
            throw new FormMistake(mistake.getMessage(), field);
        }
    }

    /**
     * The whole number in {@code text}.
     *
     * @param field what the form calls it
     * @throws FormMistake if it is none, or not from {@code least} to {@code most}
     */
    public static long number(String field, String text, long least, long most) throws FormMistake {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number that is out of range.
        }
        throw new FormMistake(TEXTS.get("mistake.number", field, Long.toString(least), Long.toString(most)));
    }
}
