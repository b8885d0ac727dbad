package dev.fourshake.model.packet;

/** One of the four packets that answer a PUBLISH: PUBACK, PUBREC, PUBREL, PUBCOMP. */
public sealed interface Acknowledgement extends Packet permits Puback, Pubrec, Pubrel, Pubcomp {

    @Override
    int packetId();

    /** Reason Code; 0 (Success) where the packet is short, and before MQTT 5. */
    int reasonCode();

    Properties properties();

    /** Whether the reason code is 0x80 or greater: the exchange was refused. */
    default boolean isFailure() {
        return reasonCode() >= 0x80;
    }
}
