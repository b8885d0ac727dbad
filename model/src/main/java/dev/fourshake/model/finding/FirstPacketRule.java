package dev.fourshake.model.finding;

import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import java.util.Set;

/**
 * A link that begins with anything but CONNECT. Where bytes were missed before, the beginning may just not have been
 * seen: then it is only said which version its packets are read as, and again where a later packet shows another one.
 */
final class FirstPacketRule implements Rule {

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return circumstances.contains(Circumstance.OPENING) || circumstances.contains(Circumstance.UNUSUAL);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        if (link.isReadAnew()) {
            sink.report("FS-ASSUMED-VERSION", Severity.ADVICE,
                    Words.say("FS-ASSUMED-VERSION.anew", link.opened().client(), link.readAs().code(),
                            seen.decoded().type().name()),
                    Words.say("FS-ASSUMED-VERSION.advice"));
        }
        if (link.packets() != 1 || seen.decoded().type() == PacketType.CONNECT
                || !(seen.event() instanceof Frame frame) || frame.fate() == Frame.Fate.INJECTED) {
            return;
        }
        if (link.holeRow() >= 0 || frame.direction() == Direction.SERVER_TO_CLIENT) {
            sink.report("FS-ASSUMED-VERSION", Severity.ADVICE,
                    Words.say("FS-ASSUMED-VERSION", link.opened().client(), link.readAs().code()),
                    Words.say("FS-ASSUMED-VERSION.advice"));
        } else {
            sink.report("MQTT-3.1.0-1", Severity.ERROR,
                    Words.say("MQTT-3.1.0-1", link.opened().client(), seen.decoded().type().name(),
                            link.readAs().code()),
                    Words.say("MQTT-3.1.0-1.advice"));
        }
    }
}
