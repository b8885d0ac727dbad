package dev.fourshake.app.script;

import dev.fourshake.app.script.Piece.Scalar;
import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.app.tap.line.LineMistake;
import dev.fourshake.app.tap.line.LineRule;
import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.filter.Mistake;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a {@link Script} of its pieces. */
final class ScriptReader {

    static final Set<String> SCRIPT = Set.of("$schema", "name", "releaseAfter", "breakpoints", "lines");
    static final Set<String> BREAKPOINT =
            Set.of("note", "link", "types", "direction", "filter", "hit", "reaction");
    private static final int MOST = 1_000_000;

    /** In which times of day are meant. */
    private final ZoneId zone;

    ScriptReader(ZoneId zone) {
        this.zone = zone;
    }

    Script read(String text) throws ScriptException {
        Fields fields = Fields.of(PieceReader.read(text), SCRIPT);
        Optional<Scalar> releaseAfter = fields.scalar("releaseAfter");
        Optional<Duration> time = releaseAfter.isPresent() ? Optional.of(Values.duration(releaseAfter.get()))
                : Optional.empty();
        List<Breakpoint> breakpoints = new ArrayList<>();
        for (Piece piece : fields.items("breakpoints")) {
            breakpoints.add(breakpoint(Fields.of(piece, BREAKPOINT)));
        }
        List<LineRule> lines = new ArrayList<>();
        for (Piece piece : fields.items("lines")) {
            lines.add(line(Fields.scalar(piece)));
        }
        return new Script(fields.scalar("name").map(Scalar::text).orElse(""), time, breakpoints, lines);
    }

    private Breakpoint breakpoint(Fields fields) throws ScriptException {
        Set<PacketType> types = EnumSet.noneOf(PacketType.class);
        for (Piece type : fields.items("types")) {
            types.add(Values.type(Fields.scalar(type)));
        }
        Set<Direction> directions = EnumSet.noneOf(Direction.class);
        for (Piece direction : fields.items("direction")) {
            directions.add(Values.direction(Fields.scalar(direction)));
        }
        Optional<Scalar> link = fields.scalar("link");
        Optional<Scalar> hit = fields.scalar("hit");
        Optional<Scalar> filter = fields.scalar("filter");
        Optional<Piece> reaction = fields.piece("reaction");
        return new Breakpoint(
                link.isPresent() ? OptionalInt.of(Values.number(link.get(), 1, MOST)) : OptionalInt.empty(),
                "",
                types.isEmpty() ? allTypes() : types,
                directions.isEmpty() ? EnumSet.allOf(Direction.class) : directions,
                filter.isPresent() ? filter(filter.get()) : Filter.all(),
                hit.isPresent() ? Values.number(hit.get(), 1, MOST) : 0,
                reaction.isPresent() ? ReactionReader.read(reaction.get()) : new Reaction.Hold());
    }

    private static Set<PacketType> allTypes() {
        return Arrays.stream(PacketType.values()).filter(Values::mayBeMet).collect(Collectors.toSet());
    }

    private Filter<Subject> filter(Scalar text) throws ScriptException {
        return switch (Filter.parse(text.text(), zone)) {
            case Filter.Bad<Subject>(Mistake mistake) -> throw ScriptException.at(text.place(), "value.filter",
                    text.text(), mistake.at() + 1, mistake.message());
            case Filter.Good<Subject>(Filter<Subject> filter) -> {
                Optional<Message> problem = Breakpoint.problem(filter);
                if (problem.isPresent()) {
                    throw ScriptException.at(text.place(), problem.get());
                }
                yield filter;
            }
        };
    }

    private static LineRule line(Scalar text) throws ScriptException {
        try {
            return LineRule.parse(text.text());
        } catch (LineMistake mistake) {
            throw ScriptException.at(text.place(), mistake.sentence());
        }
    }
}
