package dev.fourshake.model.trace;

/** What a row of the trace is: one for each kind of wire event. */
public enum RowKind { PACKET, OPAQUE, LINK_OPENED, LINK_ENDED, RELEASED, MISSED }
