package dev.fourshake.ui.view.breakpoints;

import dev.fourshake.app.tap.hold.HoldControl;
import dev.fourshake.app.workspace.HoldPlan;
import dev.fourshake.ui.hold.Holding;
import dev.fourshake.ui.workbench.Texts;
import java.time.Duration;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** After which time a held packet goes on by itself, so that a forgotten breakpoint stops no plant. */
final class ReleaseBar {

    private static final Texts TEXTS = Texts.of(ReleaseBar.class);
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("fs-wrong");
    private static final long MOST_SECONDS = 24 * 3600;

    private final Holding holding;
    private final TextField seconds = new TextField();
    private final HBox bar;

    ReleaseBar(Holding holding) {
        this.holding = holding;
        seconds.setId("release-seconds");
        seconds.setPrefColumnCount(5);
        seconds.getStyleClass().add("fs-filter-field");
        Label before = new Label(TEXTS.get("release.before"));
        before.setLabelFor(seconds);
        bar = new HBox(6, before, seconds, new Label(TEXTS.get("release.after")));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("fs-footer");
        seconds.setOnAction(_ -> take());
        seconds.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                take();
            }
        });
        holding.planProperty().subscribe(this::show);
    }

    Node node() {
        return bar;
    }

    private void show(Optional<HoldPlan> plan) {
        bar.setDisable(plan.isEmpty());
        if (!seconds.isFocused()) {
            seconds.setText(Long.toString(time(plan).toSeconds()));
            seconds.pseudoClassStateChanged(WRONG, false);
        }
    }

    private static Duration time(Optional<HoldPlan> plan) {
        return plan.flatMap(HoldPlan::releaseAfter).orElse(HoldControl.RELEASE_AFTER);
    }

    private void take() {
        Optional<Duration> typed = typed();
        seconds.pseudoClassStateChanged(WRONG, typed.isEmpty());
        typed.filter(time -> !time.equals(time(holding.planProperty().get())))
                .ifPresent(time -> holding.plan(plan -> plan.releaseAfter(time)));
    }

    private Optional<Duration> typed() {
        try {
            long number = Long.parseLong(seconds.getText().strip());
            return number >= 1 && number <= MOST_SECONDS ? Optional.of(Duration.ofSeconds(number)) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
