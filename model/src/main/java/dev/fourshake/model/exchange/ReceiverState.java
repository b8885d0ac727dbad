package dev.fourshake.model.exchange;

/** What the receiver of a delivery (or of a request) remembers (MQTT 5.0 sections 4.3 and 4.4). */
public enum ReceiverState {
    /** Nothing: not begun, or done and forgotten. */
    IDLE,
    /** QoS 1: PUBLISH was received, PUBACK is owed. */
    OWES_PUBACK,
    /** QoS 2: PUBLISH was received and the Packet Identifier is kept; PUBREC is owed. */
    OWES_PUBREC,
    /** QoS 2: the Packet Identifier is kept, so that a repeated PUBLISH is no second message, until PUBREL. */
    AWAIT_PUBREL,
    /** QoS 2: PUBREL was received and the Packet Identifier forgotten; PUBCOMP is owed. */
    OWES_PUBCOMP,
    /** A request that was received; its answer is owed. */
    OWES_ANSWER
}
