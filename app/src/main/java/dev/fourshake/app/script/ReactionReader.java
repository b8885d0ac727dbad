package dev.fourshake.app.script;

import dev.fourshake.app.script.Piece.Named;
import dev.fourshake.app.script.Piece.Scalar;
import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.app.tap.hold.Reaction.Acknowledge;
import dev.fourshake.app.tap.hold.Reaction.Answer;
import dev.fourshake.app.tap.hold.Reaction.Cut;
import dev.fourshake.app.tap.hold.Reaction.Cut.Manner;
import dev.fourshake.app.tap.hold.Reaction.Cut.Moment;
import dev.fourshake.app.tap.hold.Reaction.Delay;
import dev.fourshake.app.tap.hold.Reaction.Drop;
import dev.fourshake.app.tap.hold.Reaction.Duplicate;
import dev.fourshake.app.tap.hold.Reaction.Hold;
import dev.fourshake.app.tap.hold.Reaction.Replace;
import java.util.Optional;
import java.util.Set;

/**
 * What is done with a packet, as a script says it: {@code hold}, {@code drop} or {@code duplicate}; or an object with
 * {@code delay}, {@code cut}, {@code acknowledge}, {@code answer} or {@code replace}.
 */
final class ReactionReader {

    static final Set<String> NAMES =
            Set.of("delay", "cut", "by", "acknowledge", "reasonCode", "answer", "replace");
    private static final int MOST = 0xFF;

    private ReactionReader() {
    }

    static Reaction read(Piece piece) throws ScriptException {
        return piece instanceof Named ? read(Fields.of(piece, NAMES)) : word(Fields.scalar(piece));
    }

    private static Reaction word(Scalar word) throws ScriptException {
        return switch (word.text().strip()) {
            case "hold" -> new Hold();
            case "drop" -> new Drop();
            case "duplicate" -> new Duplicate();
            default -> throw ScriptException.at(word.place(), "reaction.word", word.text());
        };
    }

    private static Reaction read(Fields fields) throws ScriptException {
        Optional<Scalar> delay = fields.scalar("delay");
        Optional<Scalar> cut = fields.scalar("cut");
        Optional<Scalar> acknowledge = fields.scalar("acknowledge");
        Optional<Scalar> answer = fields.scalar("answer");
        Optional<Scalar> replace = fields.scalar("replace");
        int whole = fields.object().fields().size();
        int spare = (cut.isPresent() && fields.has("by") ? 1 : 0)
                + (acknowledge.isPresent() && fields.has("reasonCode") ? 1 : 0);
        if (whole - spare != 1) {
            throw ScriptException.at(fields.object().place(), "reaction.one");
        }
        if (delay.isPresent()) {
            return new Delay(Values.duration(delay.get()));
        } else if (cut.isPresent()) {
            return cut(cut.get(), fields.scalar("by"));
        } else if (acknowledge.isPresent()) {
            return acknowledge(acknowledge.get(), fields.scalar("reasonCode"));
        } else if (answer.isPresent()) {
            return new Answer(Values.bytes(answer.get()));
        } else if (replace.isPresent()) {
            return new Replace(Values.bytes(replace.get()));
        }
        throw ScriptException.at(fields.object().place(), "reaction.one");
    }

    private static Reaction cut(Scalar moment, Optional<Scalar> by) throws ScriptException {
        return new Cut(Values.choice(moment, Moment.values()),
                by.isPresent() ? Values.choice(by.get(), Manner.values()) : Manner.FIN);
    }

    private static Reaction acknowledge(Scalar type, Optional<Scalar> reasonCode) throws ScriptException {
        int code = reasonCode.isPresent() ? Values.number(reasonCode.get(), 0, MOST) : 0;
        try {
            return new Acknowledge(Values.type(type), code);
        } catch (IllegalArgumentException _) {
            throw ScriptException.at(type.place(), "value.choice", type.text(),
                    "PUBACK, PUBREC, PUBREL, PUBCOMP, SUBACK, UNSUBACK");
        }
    }
}
