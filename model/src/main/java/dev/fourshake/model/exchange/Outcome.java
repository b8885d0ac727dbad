package dev.fourshake.model.exchange;

/** How an exchange stands. */
public enum Outcome {
    /** The last acknowledgement has not been seen; the link is up, or the session may still go on with it. */
    OPEN,
    /** The last acknowledgement was seen. */
    COMPLETE,
    /** A reason code of 0x80 or more ended it. */
    REJECTED,
    /** The session was dropped with it unfinished, so that it can never be finished. */
    ABANDONED
}
