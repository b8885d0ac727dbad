package dev.fourshake.app.tap.line;

import dev.fourshake.model.wire.Direction;
import java.util.Objects;
import java.util.Set;

/**
 * A quality, and the lines that have it.
 *
 * @param directions of the packets; never empty
 */
public record LineRule(LineScope scope, Set<Direction> directions, LineQuality quality) {

    public LineRule {
        Objects.requireNonNull(scope);
        Objects.requireNonNull(quality);
        directions = Set.copyOf(directions);
        if (directions.isEmpty()) {
            throw new IllegalArgumentException("A line has a direction.");
        }
    }

    /** For all devices, both ways. */
    public static LineRule of(LineQuality quality) {
        return new LineRule(new LineScope.Everybody(), Set.of(Direction.values()), quality);
    }

    public LineRule in(Direction direction) {
        return new LineRule(scope, Set.of(direction), quality);
    }

    public LineRule onlyFor(LineScope other) {
        return new LineRule(other, directions, quality);
    }

    /**
     * Reads what a user writes, parts with commas between them, in any order:
     * {@code gprs,cut=every 500,seed=7,client=press-4,c2s}. {@link LineText} says what there is.
     *
     * @throws LineMistake if a part cannot be meant
     */
    public static LineRule parse(String text) throws LineMistake {
        return LineText.parse(text);
    }

    boolean concerns(int link, String clientId, Direction direction) {
        return directions.contains(direction) && scope.covers(link, clientId);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return LineText.of(this);
    }
}
