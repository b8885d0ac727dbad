package dev.fourshake.model.finding;

import dev.fourshake.model.dissect.Defect;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import java.util.Set;

/** Bytes that are wrong by themselves: what the decoder found. */
final class DefectRule implements Rule {

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return circumstances.contains(Circumstance.UNUSUAL);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        if (seen.decoded().isOk() || !(seen.event() instanceof Frame frame)) {
            return;
        }
        for (Defect defect : seen.decoded().defects()) {
            sink.report(defect.rule(), Severity.ERROR, defect.message(),
                    Words.say("defect.advice", Words.sender(frame), Words.client(seen)));
        }
    }
}
