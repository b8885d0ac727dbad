package dev.fourshake.model.finding;

/** How much a finding matters; the later, the worse. */
public enum Severity {
    NONE,
    /** Legal, and worth knowing. */
    ADVICE,
    /** Legal, and a likely fault. */
    WARNING,
    /** The specification was broken. */
    ERROR
}
