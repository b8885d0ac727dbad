package dev.fourshake.model.finding.practice;

import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.PacketType;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;

/** A connection without Keep Alive, which nobody notices to be dead: once a session. */
final class KeepAliveOffRule implements Rule {

    private final BitSet told = new BitSet();

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.CONNACK);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        if (link.connect().isEmpty() || link.keepAlive() != 0
                || !(seen.packetOrNull() instanceof Connack answer)
                || !answer.isAccepted()) {
            return;
        }
        int session = link.session().orElseThrow().id();
        if (!told.get(session)) {
            told.set(session);
            sink.report("FS-KEEP-ALIVE-OFF", Severity.ADVICE, Phrases.say("FS-KEEP-ALIVE-OFF", Words.client(seen)),
                    Phrases.say("FS-KEEP-ALIVE-OFF.advice"), link.connectRow());
        }
    }
}
