package dev.fourshake.model.finding;

import dev.fourshake.model.dissect.Decoded;
import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.dissect.Defect;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the observer could not see, or could not read. As a direction that cannot be read stays so until something is
 * missed, it is said once. Where a Remaining Length that is too long is the cause, that is an error of its sender.
 */
final class BlindSpotRule implements Rule {

    /** In which directions of a link it has been said already; forgotten where something is missed. */
    private final Numbered<Set<Direction>> said = new Numbered<>();

    @Override
    public Set<PacketType> types() {
        return Set.of();
    }

    @Override
    public void event(Observation seen, FindingSink sink) {
        switch (seen.event()) {
            case FramesMissed missed when missed.bytes() > 0 -> {
                said.forget(missed.link());
                sink.report("FS-MISSED", Severity.WARNING,
                        Words.say("FS-MISSED", Words.client(seen), missed.bytes()), Words.say("FS-MISSED.advice"));
            }
            case Frame frame when isTls(frame) -> {
                if (frame.direction() == Direction.CLIENT_TO_SERVER) {
                    sink.report("FS-ENCRYPTED", Severity.ADVICE, Words.say("FS-ENCRYPTED", Words.client(seen),
                            seen.link().opened().broker()), Words.say("FS-ENCRYPTED.advice"));
                }
            }
            case Frame frame -> opaque(seen, frame, sink);
            case FramesMissed _, LinkOpened _, LinkEnded _, FrameReleased _ -> {
            }
        }
    }

    private void opaque(Observation seen, Frame frame, FindingSink sink) {
        Set<Direction> already = said.get(frame.link());
        if (already == null) {
            already = EnumSet.noneOf(Direction.class);
            said.put(frame.link(), already);
        }
        if (!already.add(frame.direction())) {
            return;
        }
        LinkState link = seen.link();
        boolean behindPackets = link.packets() > 0 && link.holeRow() < 0 && link.opened().subprotocols().isEmpty();
        Decoded decoded = Decoder.decode(frame.raw(), link.readAs(), frame.direction());
        if (behindPackets && isLengthTooLong(frame.raw())) {
            decoded.defects().stream().filter(defect -> defect.offset() == 1).findFirst().ifPresent(defect ->
                    sink.report(defect.rule(), Severity.ERROR, defect.message(),
                            Words.say("defect.advice", Words.sender(frame), Words.client(seen))));
            return;
        }
        boolean unfinished = behindPackets && decoded.verdict().filter(defect ->
                defect.verdict() == Defect.Verdict.INCOMPLETE).isPresent();
        String key = link.holeRow() >= 0 ? "FS-OPAQUE.behind" : unfinished ? "FS-OPAQUE.unfinished" : "FS-OPAQUE";
        sink.report("FS-OPAQUE", Severity.WARNING,
                Words.say(key, Words.sender(frame), Words.client(seen), frame.raw().length(), decoded.type().name()),
                Words.say(key + ".advice"));
    }

    /** Whether all four bytes that a Remaining Length may have say that there is one more. */
    private static boolean isLengthTooLong(Bytes raw) {
        return raw.length() > 4 && (raw.at(1) & raw.at(2) & raw.at(3) & raw.at(4) & 0x80) != 0;
    }

    /** Whether bytes that are no MQTT begin with a TLS handshake record (RFC 8446 section 5.1), of any version. */
    private static boolean isTls(Frame frame) {
        Bytes raw = frame.raw();
        return raw.length() >= 3 && raw.at(0) == 22 && raw.at(1) == 3 && raw.at(2) <= 4;
    }
}
