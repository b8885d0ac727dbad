package dev.fourshake.model.finding;

import java.util.List;

/** The rules that ask for nothing but what the dissector and the state machines have said of a packet or a link. */
public final class PacketRules {

    private PacketRules() {
    }

    /** The same rules, as new as they were made. */
    public static List<Rule> all() {
        return List.of(new DefectRule(), new TransitionRule(), new FirstPacketRule(), new RefusalRule(),
                new LinkEndRule(), new BlindSpotRule());
    }
}
