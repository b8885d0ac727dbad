package dev.fourshake.ui.view;

import dev.fourshake.ui.workbench.Texts;

/** What was typed into a form cannot be meant; the message is a sentence that says what and why. */
public final class FormMistake extends Exception {

    static final Texts TEXTS = Texts.of(FormMistake.class);

    private static final long serialVersionUID = 1;

    public FormMistake(String sentence) {
        super(sentence);
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
