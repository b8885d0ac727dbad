package dev.fourshake.ui.hold;

import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.model.dissect.Decoded;
import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.dissect.ReasonCodes;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.ui.trace.Times;
import dev.fourshake.ui.workbench.Texts;
import java.time.Duration;

/** What is done with a packet, in words. */
public final class ReactionText {

    private static final Texts TEXTS = Texts.of(ReactionText.class);

    private ReactionText() {
    }

    /** Short, for a column or a list: {@code delay by 2.50 s}. */
    public static String of(Reaction reaction) {
        return switch (reaction) {
            case Reaction.Hold _ -> TEXTS.get("reaction.hold");
            case Reaction.Drop _ -> TEXTS.get("reaction.drop");
            case Reaction.Duplicate _ -> TEXTS.get("reaction.duplicate");
            case Reaction.Delay(Duration by) -> TEXTS.get("reaction.delay", Times.duration(by.toNanos()));
            case Reaction.Cut(Reaction.Cut.Moment moment, Reaction.Cut.Manner manner) ->
                    TEXTS.get("reaction.cut." + moment.name(), manner.name());
            case Reaction.Answer(Bytes packet) -> TEXTS.get("reaction.answer", name(packet));
            case Reaction.Acknowledge(PacketType type, int reasonCode) -> TEXTS.get("reaction.answer",
                    reasonCode == 0 ? type.name() : TEXTS.get("reaction.code", type.name(), code(type, reasonCode)));
            case Reaction.Replace(Bytes packet) -> TEXTS.get("reaction.replace", name(packet));
        };
    }

    /** A Reason Code with its name: {@code 0x97 Quota exceeded}. */
    static String code(PacketType type, int reasonCode) {
        String digits = String.format("0x%02X", reasonCode);
        return ReasonCodes.name(type, null, reasonCode).map(name -> TEXTS.get("code", digits, name)).orElse(digits);
    }

    private static String name(Bytes packet) {
        Decoded decoded = Decoder.decode(packet, null, null);
        return decoded.packet().map(known -> known.type().name()).orElse(TEXTS.get("reaction.bytes", packet.length()));
    }
}
