package dev.fourshake.model.dissect;

import dev.fourshake.model.text.Message;

/**
 * What is wrong with the bytes of a packet.
 *
 * @param verdict    how it is wrong
 * @param rule       the specification's number of the broken statement ({@code MQTT-2.2.2-2}; that of 3.1.1 for 3.1
 *                   and 3.1.1); its section where it has no number ({@code section 2.2.1}); or an own {@code FS-…}
 * @param reasonCode the Reason Code that MQTT 5 names for it (0x81, 0x82, …; its section 4.13.1); -1 where it names
 *                   none, and before MQTT 5, which has none to send
 * @param offset     of the offending bytes in the packet
 * @param length     of the offending bytes; 0 where something is missing at {@code offset}
 * @param message    a sentence
 */
public record Defect(Verdict verdict, String rule, int reasonCode, int offset, int length, Message message) {

    /** How bytes are wrong, from the viewpoint of one packet alone. */
    public enum Verdict {
        /** They break the packet's format. */
        MALFORMED,
        /** They are well formed, and forbidden. */
        PROTOCOL_ERROR,
        /** They are a true prefix of a packet: more bytes are needed. */
        INCOMPLETE
    }
}
