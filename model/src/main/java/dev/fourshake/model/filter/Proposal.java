package dev.fourshake.model.filter;

/**
 * What might be typed next.
 *
 * @param text to be put in place of what stands between {@code from} and {@code to}
 */
public record Proposal(String text, int from, int to) {

    /** The filter's text with the proposal in it. */
    public String applyTo(String filter) {
        return filter.substring(0, from) + text + filter.substring(to);
    }

    /** Where the caret stands then. */
    public int caret() {
        return from + text.length();
    }
}
