package dev.fourshake.model.exchange;

import dev.fourshake.model.wire.ProtocolVersion;

/**
 * One cell of a {@link StateTable}: what becomes of a state when an event comes.
 *
 * @param next      the state after it
 * @param judgement {@link Judgement#REGULAR}, {@link Judgement#REPEATED} or {@link Judgement#ILLEGAL}
 * @param rule3     statement of MQTT 3.1.1 that forbids it; empty where none does
 * @param rule5     statement of MQTT 5.0 that forbids it; empty where none does
 */
public record Transition<S>(S next, Judgement judgement, String rule3, String rule5) {

    /** How it is to be judged in a version: illegal exactly where that version forbids it. */
    public Judgement judgement(ProtocolVersion version) {
        return rule(version).isEmpty() ? judgement : Judgement.ILLEGAL;
    }

    /** The statement that forbids it in a version; empty where it is allowed. */
    public String rule(ProtocolVersion version) {
        return version.isMqtt5() ? rule5 : rule3;
    }
}
