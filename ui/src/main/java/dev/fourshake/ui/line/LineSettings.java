package dev.fourshake.ui.line;

import dev.fourshake.app.tap.line.LinePreset;
import dev.fourshake.app.tap.line.LineQuality;
import dev.fourshake.app.tap.line.LineRule;
import dev.fourshake.app.tap.line.LineScope;
import dev.fourshake.model.wire.Direction;
import java.util.List;
import java.util.Set;

/** How the user wants the lines of one tap. */
record LineSettings(LineScope scope, LineQuality toBroker, LineQuality toDevice) {

    static final LineSettings DEFAULT = of(LinePreset.GPRS.quality());

    /** The same both ways, for all devices. */
    static LineSettings of(LineQuality quality) {
        return new LineSettings(new LineScope.Everybody(), quality, quality);
    }

    /** What the last of these rules means for those whom it is about. */
    static LineSettings of(List<LineRule> rules) {
        LineScope scope = rules.getLast().scope();
        return new LineSettings(scope, quality(rules, scope, Direction.CLIENT_TO_SERVER),
                quality(rules, scope, Direction.SERVER_TO_CLIENT));
    }

    private static LineQuality quality(List<LineRule> rules, LineScope scope, Direction direction) {
        return rules.reversed().stream().filter(rule -> rule.directions().contains(direction))
                .filter(rule -> rule.scope().equals(scope) || rule.scope() instanceof LineScope.Everybody)
                .findFirst().map(LineRule::quality).orElse(LineQuality.PERFECT);
    }

    boolean isSameBothWays() {
        return toBroker.equals(toDevice);
    }

    /** Whether they change nothing. */
    boolean isPerfect() {
        return toBroker.isPerfect() && toDevice.isPerfect();
    }

    List<LineRule> rules() {
        return isSameBothWays() ? List.of(LineRule.of(toBroker).onlyFor(scope))
                : List.of(new LineRule(scope, Set.of(Direction.CLIENT_TO_SERVER), toBroker),
                        new LineRule(scope, Set.of(Direction.SERVER_TO_CLIENT), toDevice));
    }
}
