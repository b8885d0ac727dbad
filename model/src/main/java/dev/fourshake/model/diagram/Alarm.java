package dev.fourshake.model.diagram;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Frame;

/**
 * How alarming a row is: what its judgement, its findings and the tap say, in one word. The later, the worse; what
 * stands for many rows at once takes on the worst of them.
 */
public enum Alarm {
    NONE,
    ADVICE,
    /** Sent again, as the specification allows. */
    REPEATED,
    WARNING,
    /** Did not reach its receiver, or was not seen. */
    LOST,
    /** Forbidden, or malformed. */
    ERROR;

    /** As it stands in this snapshot: a later finding may make it worse. */
    static Alarm of(TraceSnapshot trace, int row) {
        return worst(worst(of(trace.judgement(row)), of(trace.severity(row))), ofFate(trace, row));
    }

    static Alarm of(Judgement judgement) {
        return switch (judgement) {
            case REGULAR -> NONE;
            case REPEATED -> REPEATED;
            case LOST -> LOST;
            case ILLEGAL, MALFORMED -> ERROR;
        };
    }

    static Alarm of(Severity severity) {
        return switch (severity) {
            case NONE -> NONE;
            case ADVICE -> ADVICE;
            case WARNING -> WARNING;
            case ERROR -> ERROR;
        };
    }

    static Alarm worst(Alarm one, Alarm other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Alarm ofFate(TraceSnapshot trace, int row) {
        RowKind kind = trace.kind(row);
        boolean gone = kind == RowKind.MISSED
                || kind != RowKind.LINK_OPENED && kind != RowKind.LINK_ENDED && trace.fate(row) == Frame.Fate.DROPPED;
        return gone ? LOST : NONE;
    }
}
