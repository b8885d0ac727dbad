package dev.fourshake.ui.line;

import dev.fourshake.ui.view.FormDialog;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.command.MainMenu.Title;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Weak lines as commands in the Run menu, and, while they are on, a button in the status line that ends them. */
public final class LineCommands {

    private static final Texts TEXTS = Texts.of(LineCommands.class);
    private static final String GROUP = "line";
    /** As many characters as leave room for the other figures in a narrow window; the tooltip has all. */
    private static final int MOST_WORDS = 36;

    public static final Command WEAK = Command.of("run.weakLine", TEXTS.get("command.weak"))
            .hint(TEXTS.get("command.weak.hint")).icon(Feather.WIFI_OFF).check();
    public static final Command QUALITY = Command.of("run.lineQuality", TEXTS.get("command.quality"))
            .hint(TEXTS.get("command.quality.hint")).icon(Feather.SLIDERS);

    private LineCommands() {
    }

    /** Before the window opens. */
    public static void install(Workbench workbench, WeakLines lines) {
        workbench.commands().handle(WEAK, Handler.toggle(() -> toggle(workbench, lines), lines.onProperty(),
                lines.canChangeProperty()));
        workbench.commands().handle(QUALITY, Handler.of(() -> ask(workbench, lines), lines.canChangeProperty()));
        workbench.menu().add(Title.RUN, GROUP, WEAK);
        workbench.menu().add(Title.RUN, GROUP, QUALITY);
        workbench.statusLine().add(button(workbench, lines));
    }

    private static void toggle(Workbench workbench, WeakLines lines) {
        lines.toggle();
        say(workbench, lines);
    }

    private static void say(Workbench workbench, WeakLines lines) {
        workbench.statusLine().messageProperty().set(TEXTS.get(lines.onProperty().get() ? "on" : "off"));
    }

    private static void ask(Workbench workbench, WeakLines lines) {
        LineForm form = new LineForm(lines.settings(), lines.clients());
        FormDialog.ask(workbench.window(), TEXTS.get("form.title"), form.content(), TEXTS.get("form.ok"),
                form::settings, form::say, form::focus).ifPresent(settings -> {
                    lines.apply(settings);
                    say(workbench, lines);
                });
    }

    private static Button button(Workbench workbench, WeakLines lines) {
        Button button = new Button();
        button.setId("weak-line-off");
        button.setGraphic(new FontIcon(Feather.WIFI_OFF));
        button.getStyleClass().add("fs-weak-line");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setFocusTraversable(false);
        Tooltip tooltip = new Tooltip();
        button.setTooltip(tooltip);
        button.visibleProperty().bind(lines.onProperty());
        button.managedProperty().bind(lines.onProperty());
        button.setOnAction(_ -> toggle(workbench, lines));
        lines.rulesProperty().subscribe(rules -> {
            String words = LineWords.of(rules);
            button.setText(TEXTS.get("status", words.length() <= MOST_WORDS ? words
                    : words.substring(0, MOST_WORDS).strip() + "…"));
            tooltip.setText(TEXTS.get("status.hint", words));
        });
        return button;
    }
}
