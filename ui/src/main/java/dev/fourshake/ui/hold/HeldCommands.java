package dev.fourshake.ui.hold;

import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.CommandControls;
import dev.fourshake.ui.workbench.command.Commands;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.command.MainMenu.Title;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.stage.WindowEvent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be done with a packet that stands at the tap, as commands: in the Run menu and wherever one is shown. */
public final class HeldCommands {

    private static final Texts TEXTS = Texts.of(HeldCommands.class);
    private static final String GROUP = "held";

    public static final Command STEP_EXCHANGE = command("stepExchange").icon(Feather.CORNER_DOWN_RIGHT).key("F7");
    public static final Command DROP = command("drop").icon(Feather.TRASH_2).key("Shift+F5");
    public static final Command DUPLICATE = command("duplicate").icon(Feather.COPY).key("Shift+F7");
    public static final Command DELAY = command("delay").icon(Feather.CLOCK).key("Shift+F8");
    public static final Command CUT_BEFORE_FIN = command("cut.BEFORE.FIN").icon(Feather.SCISSORS);
    public static final Command CUT_BEFORE_RST = command("cut.BEFORE.RST").icon(Feather.SCISSORS).key("Shift+F9");
    public static final Command CUT_AFTER_FIN = command("cut.AFTER.FIN").icon(Feather.SCISSORS);
    public static final Command CUT_AFTER_RST = command("cut.AFTER.RST").icon(Feather.SCISSORS).key("F9");
    public static final Command ANSWER = command("answer").icon(Feather.CORNER_UP_LEFT).key("Shortcut+F5");
    public static final Command EDIT = command("edit").icon(Feather.EDIT_2).key("Shortcut+F8");

    private static final List<Command> CUTS = List.of(CUT_BEFORE_FIN, CUT_BEFORE_RST, CUT_AFTER_FIN, CUT_AFTER_RST);
    private static final Map<Command, Reaction> AT_ONCE = Map.of(
            DROP, new Reaction.Drop(),
            DUPLICATE, new Reaction.Duplicate(),
            CUT_BEFORE_FIN, cut(Reaction.Cut.Moment.BEFORE, Reaction.Cut.Manner.FIN),
            CUT_BEFORE_RST, cut(Reaction.Cut.Moment.BEFORE, Reaction.Cut.Manner.RST),
            CUT_AFTER_FIN, cut(Reaction.Cut.Moment.AFTER, Reaction.Cut.Manner.FIN),
            CUT_AFTER_RST, cut(Reaction.Cut.Moment.AFTER, Reaction.Cut.Manner.RST));

    private HeldCommands() {
    }

    private static Command command(String name) {
        return Command.of("held." + name, TEXTS.get("command." + name)).hint(TEXTS.get("command." + name + ".hint"));
    }

    private static Reaction cut(Reaction.Cut.Moment moment, Reaction.Cut.Manner manner) {
        return new Reaction.Cut(moment, manner);
    }

    /** Before the window opens. */
    static void install(Workbench workbench, Holding holding) {
        ObservableValue<Boolean> meant = holding.targetProperty().map(Optional::isPresent);
        Commands commands = workbench.commands();
        commands.handle(STEP_EXCHANGE, Handler.of(() -> tell(workbench, "stepped", holding.stepExchange()), meant));
        AT_ONCE.forEach((command, reaction) -> commands.handle(command,
                Handler.of(() -> react(workbench, holding, reaction), meant)));
        commands.handle(DELAY, ask(workbench, holding, meant, _ -> new DelayForm().ask(workbench.window())));
        commands.handle(ANSWER, ask(workbench, holding, holding.target().canAnswerProperty(),
                packet -> new AnswerForm(packet).ask(workbench.window())));
        commands.handle(EDIT, ask(workbench, holding, meant,
                packet -> new EditForm(packet).ask(workbench.window())));
        add(workbench, STEP_EXCHANGE);
        List.of(DROP, DUPLICATE, DELAY).forEach(command -> add(workbench, command));
        CUTS.forEach(command -> add(workbench, command));
        List.of(ANSWER, EDIT).forEach(command -> add(workbench, command));
    }

    private static void add(Workbench workbench, Command command) {
        workbench.menu().add(Title.RUN, GROUP, command);
    }

    /** While the dialog is open the packet may go on: then nothing is done, and it is said. */
    private static Handler ask(Workbench workbench, Holding holding, ObservableValue<Boolean> enabled,
                               Function<HeldBytes, Optional<? extends Reaction>> form) {
        return Handler.of(() -> holding.target().bytes().ifPresent(packet -> form.apply(packet).ifPresent(reaction ->
                workbench.statusLine().messageProperty().set(holding.react(packet.line(), reaction)
                        ? TEXTS.get("reacted", name(packet.line()), ReactionText.of(reaction))
                        : TEXTS.get("gone", name(packet.line()))))), enabled);
    }

    private static void react(Workbench workbench, Holding holding, Reaction reaction) {
        holding.react(reaction).ifPresent(line -> workbench.statusLine().messageProperty().set(
                TEXTS.get("reacted", name(line), ReactionText.of(reaction))));
    }

    private static void tell(Workbench workbench, String key, Optional<HeldLine> went) {
        went.ifPresent(line -> workbench.statusLine().messageProperty().set(TEXTS.get(key, name(line))));
    }

    static String name(HeldLine line) {
        int id = line.packet().packetId();
        String type = line.packet().type().name();
        return id == 0 ? type : TEXTS.get("packet", type, Integer.toString(id));
    }

    // ------------------------------------------------------------------ where a held packet is shown

    /** The items of a held packet's menu. */
    public static List<MenuItem> items(Commands commands) {
        List<MenuItem> items = new ArrayList<>();
        add(items, commands, List.of(HoldCommands.STEP, STEP_EXCHANGE, HoldCommands.RESUME));
        add(items, commands, List.of(DROP, DUPLICATE, DELAY));
        add(items, commands, CUTS);
        add(items, commands, List.of(ANSWER, EDIT));
        items.removeLast();
        return items;
    }

    /**
     * Puts these items first in a menu of rows of the trace, whenever the chosen row is a held packet.
     *
     * @param isHeld whether it is
     */
    public static void install(ContextMenu menu, Commands commands, BooleanSupplier isHeld) {
        List<MenuItem> items = items(commands);
        items.add(new SeparatorMenuItem());
        EventHandler<WindowEvent> before = menu.getOnShowing();
        menu.setOnShowing(event -> {
            if (before != null) {
                before.handle(event);
            }
            menu.getItems().removeAll(items);
            if (isHeld.getAsBoolean()) {
                menu.getItems().addAll(0, items);
            }
        });
    }

    private static void add(List<MenuItem> items, Commands commands, List<Command> group) {
        for (Command command : group) {
            commands.add(command);
            items.add(CommandControls.menuItem(commands, command));
        }
        items.add(new SeparatorMenuItem());
    }

    /** Buttons for the toolbar of a view that shows held packets. */
    public static List<Node> buttons(Commands commands) {
        List<Node> buttons = new ArrayList<>();
        for (Command command : List.of(HoldCommands.STEP, STEP_EXCHANGE, HoldCommands.RESUME, DROP, DUPLICATE, DELAY,
                ANSWER, EDIT)) {
            commands.add(command);
            buttons.add(CommandControls.button(commands, command));
        }
        buttons.add(buttons.size() - 2, cutButton(commands));
        return buttons;
    }

    /** One for the four ways to cut. */
    private static Node cutButton(Commands commands) {
        MenuButton button = new MenuButton();
        button.setId("held-cut");
        button.setGraphic(new FontIcon(Feather.SCISSORS));
        button.getStyleClass().addAll("command-button", "hold-choice");
        button.setAccessibleText(TEXTS.get("cut"));
        button.setTooltip(new Tooltip(TEXTS.get("cut")));
        for (Command command : CUTS) {
            commands.add(command);
            button.getItems().add(CommandControls.menuItem(commands, command));
        }
        commands.enabled(CUT_BEFORE_RST).subscribe(enabled -> button.setDisable(!enabled));
        return button;
    }
}
