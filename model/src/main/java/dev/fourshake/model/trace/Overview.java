package dev.fourshake.model.trace;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.finding.Severity;

/**
 * The worst of a range of rows: what a zoomed-out picture shows, so that no error disappears in it.
 *
 * @param severity  the worst severity of its findings
 * @param judgement the worst judgement of its packets
 */
public record Overview(Severity severity, Judgement judgement) {

    private static final Overview[][] ALL = all();

    /** A range in which nothing stands out. */
    public static final Overview CALM = of(0, 0);

    private static Overview[][] all() {
        Overview[][] all = new Overview[Severity.values().length][Judgement.values().length];
        for (Severity severity : Severity.values()) {
            for (Judgement judgement : Judgement.values()) {
                all[severity.ordinal()][judgement.ordinal()] = new Overview(severity, judgement);
            }
        }
        return all;
    }

    /** Without making a new one. */
    static Overview of(int severity, int judgement) {
        return ALL[severity][judgement];
    }
}
