package dev.fourshake.ui.hold;

import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.app.workspace.BreakpointPlan;
import dev.fourshake.app.workspace.HoldPlan;
import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.command.MainMenu.Title;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.feather.Feather;

/** New breakpoints, and skipping all, from anywhere in the window. */
public final class BreakpointCommands {

    private static final Texts TEXTS = Texts.of(BreakpointCommands.class);
    private static final String GROUP = "breakpoints";

    public static final Command NEW = Command.of("breakpoints.new", TEXTS.get("command.newBreakpoint"))
            .hint(TEXTS.get("command.newBreakpoint.hint")).icon(Feather.PLUS_CIRCLE).key("Shortcut+B");
    public static final Command SKIP_ALL = Command.of("breakpoints.skipAll", TEXTS.get("command.skipAll"))
            .hint(TEXTS.get("command.skipAll.hint")).icon(Feather.SLASH).key("Shortcut+Alt+B").check();

    public static final Command LOAD = Command.of("breakpoints.load", TEXTS.get("command.loadScript"))
            .hint(TEXTS.get("command.loadScript.hint")).icon(Feather.UPLOAD);

    private BreakpointCommands() {
    }

    /** Before the window opens. */
    public static void install(Workbench workbench, ViewContext context, Holding holding) {
        ObservableValue<Boolean> shown = holding.planProperty().map(Optional::isPresent);
        ObservableValue<Boolean> skipping = holding.planProperty().map(plan ->
                plan.filter(HoldPlan::skipAll).isPresent());
        workbench.commands().handle(NEW, Handler.of(() -> add(workbench, context, holding), shown));
        workbench.commands().handle(SKIP_ALL, Handler.toggle(() ->
                holding.plan(plan -> plan.skipAll(!plan.skipAll())), skipping, shown));
        workbench.menu().add(Title.RUN, GROUP, NEW);
        workbench.commands().handle(LOAD, Handler.of(() -> ScriptLoading.ask(workbench, holding), shown));
        workbench.menu().add(Title.RUN, GROUP, SKIP_ALL);
        workbench.menu().add(Title.RUN, GROUP, LOAD);
    }

    private static void add(Workbench workbench, ViewContext context, Holding holding) {
        BreakpointPlan like = like(context.selection().get(), context.shown().snapshot());
        new BreakpointForm(like, context.shown()::snapshot).ask(workbench.window(), TEXTS.get("breakpoint.title"))
                .ifPresent(made -> holding.plan(plan -> {
                    List<BreakpointPlan> more = new ArrayList<>(plan.breakpoints());
                    more.add(made);
                    return plan.breakpoints(more);
                }));
    }

    /** One at packets like the selected one, as far as its type can be held; else at the packets of all messages. */
    static BreakpointPlan like(Selection selection, TraceSnapshot trace) {
        OptionalInt row = selection == null ? OptionalInt.empty() : selection.rowChosen();
        Set<PacketType> types = HoldSettings.DELIVERY;
        Set<Direction> directions = Set.of(Direction.values());
        String client = "";
        if (row.isPresent() && row.getAsInt() < trace.rowCount()
                && HoldSettings.ALL.contains(trace.type(row.getAsInt()))) {
            types = Set.of(trace.type(row.getAsInt()));
            directions = Set.of(trace.direction(row.getAsInt()));
            int session = trace.session(row.getAsInt());
            client = session < 0 ? "" : trace.sessions().get(session).clientId();
        }
        return new BreakpointPlan(true, types, directions, client, Filter.all(), 0, new Reaction.Hold());
    }
}
