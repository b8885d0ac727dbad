package dev.fourshake.ui.workbench.theme;

import java.util.Locale;

/**
 * Fourshake's own colours. Each is a looked-up colour in both style sheets ({@link #LANE} is {@code -fs-lane}), and a
 * value in {@link ThemeColors}. Those that are read as text have a contrast of at least 4.5 to 1 on
 * {@link #CANVAS} and {@link #BAND}, the others of at least 3 to 1, unless their comment says otherwise.
 */
public enum ThemeColor {
    /** The ground that diagrams are painted on. */
    CANVAS,
    /** Every other row on the ground; hardly differs from it. */
    BAND,
    /** Thin lines that only divide; contrast is of no matter. */
    GRID,
    TEXT,
    TEXT_MUTED,
    /** Text upon any of the strong colours below used as a fill. */
    TEXT_ON_FILL,
    /** A lifeline. */
    LANE,
    /** The ground of a lifeline's head. */
    LANE_HEAD,
    /** The bar on a lifeline while a message is in flight; a fill under text. */
    IN_FLIGHT,
    /** The packet types, by what they are for; text as well. */
    PACKET_PUBLISH,
    /** PUBACK, PUBREC, PUBREL, PUBCOMP. */
    PACKET_ACKNOWLEDGE,
    /** CONNECT, CONNACK, DISCONNECT, AUTH. */
    PACKET_SESSION,
    /** SUBSCRIBE, SUBACK, UNSUBSCRIBE, UNSUBACK. */
    PACKET_SUBSCRIBE,
    /** PINGREQ, PINGRESP. */
    PACKET_PING,
    /** Bytes that are not MQTT. */
    PACKET_OPAQUE,
    /** Quality of service; text as well. */
    QOS0, QOS1, QOS2,
    /** What the tap did to a packet; text as well. */
    HELD, DROPPED, DUPLICATED, INJECTED,
    /** The severities of findings; text as well. */
    ERROR, WARNING, ADVICE, OK,
    /** The ground of an error's row; a fill under text. */
    ERROR_FILL,
    WARNING_FILL,
    HELD_FILL,
    /** What is selected; a fill under text. */
    SELECTION,
    /** The frame of what is selected. */
    SELECTION_EDGE,
    /** What the pointer is on; a fill under text. */
    HOVER,
    /** Bytes that belong to the chosen field; a fill under text. */
    MARK;

    /** The name in the style sheets. */
    public String css() {
        return "-fs-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
