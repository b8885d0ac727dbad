package dev.fourshake.ui.view.breakpoints;

import dev.fourshake.app.workspace.BreakpointPlan;
import dev.fourshake.app.workspace.HoldPlan;
import dev.fourshake.ui.hold.BreakpointCommands;
import dev.fourshake.ui.hold.BreakpointForm;
import dev.fourshake.ui.hold.Holding;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.CommandControls;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.message.Message;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with the chosen breakpoints, each as a command with its menu item and button. */
final class BreakpointActions {

    private static final Texts TEXTS = Texts.of(BreakpointActions.class);

    private static final Command EDIT = Command.of("breakpoints.edit", TEXTS.get("command.edit")).icon(Feather.EDIT_2);
    private static final Command TOGGLE = Command.of("breakpoints.toggle", TEXTS.get("command.toggle"))
            .hint(TEXTS.get("command.toggle.hint")).icon(Feather.CHECK_SQUARE);
    private static final Command REMOVE = Command.of("breakpoints.remove", TEXTS.get("command.remove"))
            .icon(Feather.TRASH_2);

    private final Workbench workbench;
    private final ViewContext context;
    private final Holding holding;
    private final Supplier<List<BreakpointLine>> chosen;
    private final BooleanProperty some = new SimpleBooleanProperty();
    private final BooleanProperty one = new SimpleBooleanProperty();

    BreakpointActions(ViewSite site, ViewContext context, Holding holding, Supplier<List<BreakpointLine>> chosen) {
        workbench = site.workbench();
        this.context = context;
        this.holding = holding;
        this.chosen = chosen;
        workbench.commands().handle(EDIT, Handler.of(this::edit, one));
        workbench.commands().handle(TOGGLE, Handler.of(this::toggle, some));
        workbench.commands().handle(REMOVE, Handler.of(this::remove, some));
        workbench.commands().add(BreakpointCommands.NEW, BreakpointCommands.SKIP_ALL,
                BreakpointCommands.LOAD);
    }

    List<Node> toolbar() {
        return Stream.of(BreakpointCommands.NEW, EDIT, REMOVE, BreakpointCommands.LOAD, BreakpointCommands.SKIP_ALL)
                .<Node>map(command -> CommandControls.button(workbench.commands(), command)).toList();
    }

    ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        for (Command command : List.of(BreakpointCommands.NEW, EDIT, TOGGLE, REMOVE, BreakpointCommands.SKIP_ALL,
                BreakpointCommands.LOAD)) {
            menu.getItems().add(CommandControls.menuItem(workbench.commands(), command));
        }
        return menu;
    }

    /** Something else is chosen. */
    void update() {
        some.set(!chosen.get().isEmpty());
        one.set(chosen.get().size() == 1);
    }

    void edit() {
        chosen.get().stream().findFirst().ifPresent(line -> new BreakpointForm(line.plan(), context.shown()::snapshot)
                .ask(workbench.window(), TEXTS.get("edit.title"))
                .ifPresent(edited -> replace(Set.of(line), _ -> edited)));
    }

    /** Switches them off if all are on, else on. */
    void toggle() {
        boolean on = !chosen.get().stream().allMatch(line -> line.plan().enabled());
        enable(chosen.get(), on);
    }

    void enable(List<BreakpointLine> lines, boolean on) {
        replace(Set.copyOf(lines), plan -> plan.enabled() == on ? plan : plan.enabled(on));
    }

    private void replace(Set<BreakpointLine> lines, UnaryOperator<BreakpointPlan> change) {
        Set<Integer> indices = lines.stream().map(BreakpointLine::index).collect(Collectors.toSet());
        holding.plan(plan -> {
            List<BreakpointPlan> next = new ArrayList<>(plan.breakpoints());
            indices.stream().filter(index -> index < next.size())
                    .forEach(index -> next.set(index, change.apply(next.get(index))));
            return plan.breakpoints(next);
        });
    }

    /** Takes them out; the message bar brings them back. */
    void remove() {
        List<BreakpointLine> lines = chosen.get();
        if (lines.isEmpty()) {
            return;
        }
        Set<Integer> indices = lines.stream().map(BreakpointLine::index).collect(Collectors.toSet());
        Consumer<UnaryOperator<HoldPlan>> there = holding.planner();
        there.accept(plan -> {
            List<BreakpointPlan> kept = new ArrayList<>();
            for (int i = 0; i < plan.breakpoints().size(); i++) {
                if (!indices.contains(i)) {
                    kept.add(plan.breakpoints().get(i));
                }
            }
            return plan.breakpoints(kept);
        });
        workbench.messages().show(Message.info(TEXTS.get("removed", lines.size()))
                .action(TEXTS.get("undo"), () -> bringBack(there, lines)));
    }

    /** Where they stood, as far as the list is still that long. */
    private static void bringBack(Consumer<UnaryOperator<HoldPlan>> there, List<BreakpointLine> lines) {
        there.accept(plan -> {
            List<BreakpointPlan> next = new ArrayList<>(plan.breakpoints());
            lines.stream().sorted((a, b) -> a.index() - b.index())
                    .forEach(line -> next.add(Math.min(line.index(), next.size()), line.plan()));
            return plan.breakpoints(next);
        });
    }
}
