package dev.fourshake.ui.hold;

import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.CommandControls;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.command.MainMenu.Title;
import dev.fourshake.ui.workbench.message.Message;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Hold, Step and Resume as commands, in the Run menu and in the toolbar. */
public final class HoldCommands {

    private static final Texts TEXTS = Texts.of(HoldCommands.class);
    private static final String GROUP = "hold";

    public static final Command HOLD = Command.of("run.hold", TEXTS.get("command.hold"))
            .hint(TEXTS.get("command.hold.hint")).icon(Feather.PAUSE_CIRCLE).key("Shortcut+Shift+B").check();
    public static final Command STEP = Command.of("run.step", TEXTS.get("command.step"))
            .hint(TEXTS.get("command.step.hint")).icon(Feather.SKIP_FORWARD).key("F5");
    public static final Command RESUME = Command.of("run.resume", TEXTS.get("command.resume"))
            .hint(TEXTS.get("command.resume.hint")).icon(Feather.FAST_FORWARD).key("F8");

    private HoldCommands() {
    }

    /** Before the window opens. */
    public static void install(Workbench workbench, Holding holding) {
        workbench.commands().handle(HOLD,
                Handler.toggle(holding::toggle, holding.onProperty(), holding.canHoldProperty()));
        workbench.commands().handle(STEP, Handler.of(() -> holding.step().ifPresent(step ->
                workbench.statusLine().messageProperty().set(sentence(step))), holding.canStepProperty()));
        workbench.commands().handle(RESUME, Handler.of(holding::resume, holding.canResumeProperty()));
        HoldMenu choice = new HoldMenu(holding);
        Menu menu = new Menu(TEXTS.get("menu"));
        menu.setOnShowing(_ -> menu.getItems().setAll(choice.items()));
        menu.getItems().setAll(choice.items());
        workbench.menu().add(Title.RUN, GROUP, HOLD);
        workbench.menu().add(Title.RUN, GROUP, menu);
        workbench.menu().add(Title.RUN, GROUP, STEP);
        workbench.menu().add(Title.RUN, GROUP, RESUME);
        HeldCommands.install(workbench, holding);
        holding.onProblem(problem -> workbench.messages().show(Message.warning(problem.text())));
        Presence presence = new Presence(() -> {
            if (!holding.renew()) {
                workbench.messages().show(Message.warning(TEXTS.get("abandoned")));
            }
        });
        workbench.onClose(presence::close);
        workbench.toolBar().add(GROUP, new HBox(button(workbench), choiceButton(choice)));
        workbench.toolBar().add(GROUP, STEP);
        workbench.toolBar().add(GROUP, RESUME);
    }

    private static String sentence(Holding.Stepped step) {
        return step.went() == step.wanted() ? TEXTS.get("stepped", HeldCommands.name(step.went()))
                : TEXTS.get("stepped.before", HeldCommands.name(step.went()), HeldCommands.name(step.wanted()),
                step.before());
    }

    private static ButtonBase button(Workbench workbench) {
        ButtonBase button = CommandControls.button(workbench.commands(), HOLD);
        button.getStyleClass().add("hold-button");
        return button;
    }

    private static Node choiceButton(HoldMenu choice) {
        MenuButton button = new MenuButton();
        button.setId("run-hold-at");
        button.getStyleClass().addAll("command-button", "hold-choice");
        button.setAccessibleText(TEXTS.get("menu"));
        button.setTooltip(new Tooltip(TEXTS.get("menu.hint")));
        button.setOnShowing(_ -> button.getItems().setAll(choice.items()));
        button.getItems().setAll(choice.items());
        return button;
    }
}
