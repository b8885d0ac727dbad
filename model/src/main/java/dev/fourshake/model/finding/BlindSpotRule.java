package dev.fourshake.model.finding;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.PacketType;
import java.util.Set;

/** What the observer could not see, or could not read. */
final class BlindSpotRule implements Rule {

    @Override
    public Set<PacketType> types() {
        return Set.of();
    }

    @Override
    public void event(Observation seen, FindingSink sink) {
        switch (seen.event()) {
            case FramesMissed missed when missed.bytes() > 0 -> sink.report("FS-MISSED", Severity.WARNING,
                    Words.say("FS-MISSED", Words.client(seen), missed.bytes()), Words.say("FS-MISSED.advice"));
            case Frame frame when isTls(frame) -> {
                if (frame.direction() == Direction.CLIENT_TO_SERVER) {
                    sink.report("FS-ENCRYPTED", Severity.ADVICE, Words.say("FS-ENCRYPTED", Words.client(seen),
                            seen.link().opened().broker()), Words.say("FS-ENCRYPTED.advice"));
                }
            }
            case Frame frame -> sink.report("FS-OPAQUE", Severity.WARNING,
                    Words.say("FS-OPAQUE", Words.sender(frame), Words.client(seen), frame.raw().length()),
                    Words.say("FS-OPAQUE.advice"));
            case FramesMissed _, LinkOpened _, LinkEnded _, FrameReleased _ -> {
            }
        }
    }

    /** Whether bytes that are no MQTT begin with a TLS handshake record (RFC 8446 section 5.1), of any version. */
    private static boolean isTls(Frame frame) {
        Bytes raw = frame.raw();
        return raw.length() >= 3 && raw.at(0) == 22 && raw.at(1) == 3 && raw.at(2) <= 4;
    }
}
