package dev.fourshake.model.finding;

import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;

/** What the observer could not see, or could not read. */
final class BlindSpotRule implements Rule {

    @Override
    public void event(Observation seen, FindingSink sink) {
        switch (seen.event()) {
            case FramesMissed missed when missed.bytes() > 0 -> sink.report("FS-MISSED", Severity.WARNING,
                    Words.say("FS-MISSED", Words.client(seen), missed.bytes()), Words.say("FS-MISSED.advice"));
            case Frame frame -> sink.report("FS-OPAQUE", Severity.WARNING,
                    Words.say("FS-OPAQUE", Words.sender(frame), Words.client(seen), frame.raw().length()),
                    Words.say("FS-OPAQUE.advice"));
            case FramesMissed _, LinkOpened _, LinkEnded _, FrameReleased _ -> {
            }
        }
    }
}
