package dev.fourshake.model.exchange;

import dev.fourshake.model.text.Message;

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
    OWES_ANSWER;

    /** A short name in the user's language. */
    public Message title() {
        return Message.of(ReceiverState.class, "ReceiverState." + name());
    }

    /** What the receiver remembers, and what it waits for or owes. */
    public Message explanation() {
        return Message.of(ReceiverState.class, "ReceiverState." + name() + ".explanation");
    }
}
