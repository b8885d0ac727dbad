package dev.fourshake.ui.workbench.message;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence in the message bar.
 *
 * @param text    what happened and what to do, from a bundle
 * @param details for a report, copied by the user; may be long; empty if there are none
 * @param actions what the user can do about it right here
 */
public record Message(Severity severity, String text, String details, List<Action> actions) {

    public enum Severity { INFO, WARNING, ERROR }

    /** A button beside the sentence; the message goes away when it is pressed. */
    public record Action(String label, Runnable action) {
    }

    public Message {
        actions = List.copyOf(actions);
    }

    public static Message info(String text) {
        return new Message(Severity.INFO, text, "", List.of());
    }

    public static Message warning(String text) {
        return new Message(Severity.WARNING, text, "", List.of());
    }

    public static Message error(String text) {
        return new Message(Severity.ERROR, text, "", List.of());
    }

    public Message details(String text) {
        return new Message(severity, this.text, text, actions);
    }

    /** @param action takes back what was done; the first one is also done by the command to undo */
    public Message action(String label, Runnable action) {
        List<Action> more = new ArrayList<>(actions);
        more.add(new Action(label, action));
        return new Message(severity, text, details, more);
    }
}
