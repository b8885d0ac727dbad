package dev.fourshake.app.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.filter.Language;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A breakpoint as it stands in the file; what is not said is null. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SavedBreakpoint(boolean enabled, List<String> types, List<String> directions, String client, String filter,
                       int hit, SavedReaction then) {

    /**
     * What is done.
     *
     * @param kind       its name
     * @param seconds    of a delay
     * @param packet     in hexadecimal digits
     * @param type       of an acknowledgement
     * @param reasonCode of an acknowledgement
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SavedReaction(String kind, Double seconds, String moment, String manner, String packet, String type,
                         Integer reasonCode) {

        static SavedReaction of(Reaction reaction) {
            return switch (reaction) {
                case Reaction.Hold _ -> named("hold");
                case Reaction.Drop _ -> named("drop");
                case Reaction.Duplicate _ -> named("duplicate");
                case Reaction.Delay(Duration by) ->
                        new SavedReaction("delay", by.toMillis() / 1e3, null, null, null, null, null);
                case Reaction.Cut(Reaction.Cut.Moment moment, Reaction.Cut.Manner manner) ->
                        new SavedReaction("cut", null, moment.name(), manner.name(), null, null, null);
                case Reaction.Answer(Bytes packet) -> bytes("answer", packet);
                case Reaction.Acknowledge(PacketType type, int reasonCode) ->
                        new SavedReaction("acknowledge", null, null, null, null, type.name(), reasonCode);
                case Reaction.Replace(Bytes packet) -> bytes("replace", packet);
            };
        }

        private static SavedReaction named(String kind) {
            return new SavedReaction(kind, null, null, null, null, null, null);
        }

        private static SavedReaction bytes(String kind, Bytes packet) {
            return new SavedReaction(kind, null, null, null, packet.hex(), null, null);
        }

        /** Holding, where the file says nothing that is known. */
        Reaction reaction() {
            return switch (kind) {
                case "drop" -> new Reaction.Drop();
                case "duplicate" -> new Reaction.Duplicate();
                case "delay" -> new Reaction.Delay(Duration.ofMillis(Math.round(seconds * 1e3)));
                case "cut" -> new Reaction.Cut(Reaction.Cut.Moment.valueOf(moment),
                        Reaction.Cut.Manner.valueOf(manner));
                case "answer" -> new Reaction.Answer(Bytes.ofHex(packet));
                case "acknowledge" -> new Reaction.Acknowledge(PacketType.valueOf(type), reasonCode);
                case "replace" -> new Reaction.Replace(Bytes.ofHex(packet));
                case null, default -> new Reaction.Hold();
            };
        }
    }

    static SavedBreakpoint of(BreakpointPlan plan) {
        return new SavedBreakpoint(plan.enabled(), names(plan.types()), names(plan.directions()),
                plan.client().isEmpty() ? null : plan.client(), plan.filter().isAll() ? null : plan.filter().text(),
                plan.hit(), SavedReaction.of(plan.reaction()));
    }

    static List<String> names(Set<? extends Enum<?>> values) {
        return new TreeSet<>(values).stream().map(value -> ((Enum<?>) value).name()).toList();
    }

    static <E> Set<E> values(List<String> names, Function<String, E> named) {
        return names.stream().map(named).collect(Collectors.toSet());
    }

    /** Empty if it is none: without types, or with something that is not known. */
    Optional<BreakpointPlan> plan() {
        try {
            if (types == null || types.isEmpty()
                    || !(Filter.parse(Language.PACKETS, Objects.requireNonNullElse(filter, ""),
                            ZoneId.systemDefault()) instanceof Filter.Good<Subject>(Filter<Subject> good))
                            || Breakpoint.problem(good).isPresent()) {
                return Optional.empty();
            }
            Set<Direction> ways = directions == null || directions.isEmpty() ? Set.of(Direction.values())
                    : values(directions, Direction::valueOf);
            return Optional.of(new BreakpointPlan(enabled, values(types, PacketType::valueOf), ways,
                    Objects.requireNonNullElse(client, ""), good, Math.max(0, hit),
                    then == null ? new Reaction.Hold() : then.reaction()));
        } catch (IllegalArgumentException | NullPointerException _) {
            return Optional.empty();
        }
    }
}
