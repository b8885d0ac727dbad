package dev.fourshake.model.finding;

import dev.fourshake.model.text.Message;

/** Takes what a {@link Rule} finds in the row that it was shown. */
public interface FindingSink {

    /**
     * @param rule    identifier of the specification's statement, or an own {@code FS-…}
     * @param message what happened
     * @param advice  what to do about it
     * @param earlier further rows that prove it; numbers below 0 are left out
     */
    void report(String rule, Severity severity, Message message, Message advice, int... earlier);

    /** The same where another link than that of the row is concerned. */
    void reportOn(int link, String rule, Severity severity, Message message, Message advice, int... earlier);
}
