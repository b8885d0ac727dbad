package dev.fourshake.ui.hold;

import dev.fourshake.app.script.Script;
import dev.fourshake.app.tap.line.LineRule;
import dev.fourshake.app.workspace.BreakpointPlan;
import dev.fourshake.app.workspace.HoldPlan;
import dev.fourshake.app.workspace.HoldPlans;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.model.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;

/**
 * Sets up something else at a tap, shown or not, and remembers it over the program's starts. What is meant for a tap
 * that has ended goes to the one that runs under its name, or is remembered for the next. For the JavaFX thread.
 */
final class SetUps {

    private final Map<LiveTap, TapHold> holds;
    private final HoldPlans plans;
    private final Consumer<Message> onProblem;

    /**
     * @param holds     of the taps that run, as they are known now and later
     * @param onProblem told, on the JavaFX thread, why something could not be saved
     */
    SetUps(Map<LiveTap, TapHold> holds, HoldPlans plans, Consumer<Message> onProblem) {
        this.holds = holds;
        this.plans = plans;
        this.onProblem = onProblem;
    }

    void change(LiveTap tap, UnaryOperator<HoldPlan> change) {
        running(tap).ifPresentOrElse(now -> {
            TapHold hold = holds.get(now);
            hold.plan(change.apply(hold.plan()), now.snapshot());
            remember(now);
        }, () -> plans.of(tap.title()).ifPresent(plan -> remember(tap.title(), change.apply(plan))));
    }

    /** @return brings back what was set up before */
    Runnable load(LiveTap tap, Script script) {
        HoldPlan before = holds.get(tap).plan();
        List<LineRule> linesBefore = tap.tap().lines().rules();
        change(tap, _ -> new HoldPlan(script.breakpoints().stream().map(BreakpointPlan::of).toList(), false,
                before.types(), before.directions(), script.releaseAfter()));
        tap.tap().lines().rules(script.lines());
        return () -> {
            change(tap, _ -> before);
            running(tap).ifPresent(now -> now.tap().lines().rules(linesBefore));
        };
    }

    private Optional<LiveTap> running(LiveTap tap) {
        return holds.containsKey(tap) ? Optional.of(tap)
                : holds.keySet().stream().filter(each -> each.title().equals(tap.title())).findFirst();
    }

    void remember(LiveTap tap) {
        remember(tap.title(), holds.get(tap).plan());
    }

    private void remember(String name, HoldPlan plan) {
        plans.put(name, plan);
        Thread.ofVirtual().name("breakpoints").start(() -> {
            plans.save();
            plans.problem().ifPresent(problem -> Platform.runLater(() -> onProblem.accept(problem)));
        });
    }
}
