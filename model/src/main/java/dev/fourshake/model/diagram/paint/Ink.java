package dev.fourshake.model.diagram.paint;

import dev.fourshake.model.diagram.Alarm;
import dev.fourshake.model.diagram.Family;

/**
 * What a colour is for. The names are those of the window's theme, and so are the values in {@link Palette}. Those
 * that are read as text have a contrast of at least 4.5 to 1 on {@link #CANVAS}, lines one of at least 3 to 1.
 */
public enum Ink {
    CANVAS,
    /** Thin lines that only divide. */
    GRID,
    TEXT, TEXT_MUTED,
    /** Text upon a strong colour. */
    TEXT_ON_FILL,
    LANE, LANE_HEAD, IN_FLIGHT,
    PACKET_SUBSCRIBE, PACKET_PING, PACKET_OPAQUE,
    QOS0, QOS1, QOS2,
    HELD, DROPPED, DUPLICATED, INJECTED,
    ERROR, WARNING, ADVICE, OK,
    ERROR_FILL, HELD_FILL,
    SELECTION_EDGE;

    static Ink of(Family family) {
        return switch (family) {
            case SESSION -> OK;
            case SUBSCRIPTION -> PACKET_SUBSCRIBE;
            case PING -> PACKET_PING;
            case QOS_0 -> QOS0;
            case QOS_1 -> QOS1;
            case QOS_2 -> QOS2;
            case OPAQUE -> PACKET_OPAQUE;
        };
    }

    /** The colour of what is alarming; of what is not, that of muted text. */
    public static Ink of(Alarm alarm) {
        return switch (alarm) {
            case NONE -> TEXT_MUTED;
            case ADVICE -> ADVICE;
            case REPEATED, WARNING -> WARNING;
            case LOST -> DROPPED;
            case ERROR -> ERROR;
        };
    }
}
