package dev.fourshake.model.exchange;

import dev.fourshake.model.text.Message;

/** What the sender of a delivery (or of a request) remembers (MQTT 5.0 sections 4.3 and 4.4). */
public enum SenderState {
    /** Nothing: not begun, or done and forgotten. */
    IDLE,
    /** QoS 1: the message is kept until PUBACK. */
    AWAIT_PUBACK,
    /** QoS 2: the message is kept until PUBREC. */
    AWAIT_PUBREC,
    /** QoS 2: PUBREC was received; PUBREL is owed. */
    OWES_PUBREL,
    /** QoS 2: the message is dropped, the Packet Identifier kept until PUBCOMP. */
    AWAIT_PUBCOMP,
    /** A request that waits for its answer (SUBACK, UNSUBACK, PINGRESP, CONNACK). */
    AWAIT_ANSWER;

    /** A short name in the user's language. */
    public Message title() {
        return Message.of(SenderState.class, "SenderState." + name());
    }

    /** What the sender remembers, and what it waits for or owes. */
    public Message explanation() {
        return Message.of(SenderState.class, "SenderState." + name() + ".explanation");
    }
}
