package dev.fourshake.ui;

import dev.fourshake.app.cli.Fourshake;
import dev.fourshake.app.workspace.CaptureTrace;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.ui.capture.CaptureOpening;
import dev.fourshake.ui.capture.FileCommands;
import dev.fourshake.ui.capture.FileDrop;
import dev.fourshake.ui.hold.BreakpointCommands;
import dev.fourshake.ui.hold.HoldCommands;
import dev.fourshake.ui.hold.Holding;
import dev.fourshake.ui.line.LineCommands;
import dev.fourshake.ui.line.WeakLines;
import dev.fourshake.ui.replay.ReplayCommands;
import dev.fourshake.ui.status.StatusItems;
import dev.fourshake.ui.status.TraceTrouble;
import dev.fourshake.ui.trace.ShownTrace;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.view.breakpoints.BreakpointsView;
import dev.fourshake.ui.view.captures.CapturesView;
import dev.fourshake.ui.view.connections.ConnectionCommands;
import dev.fourshake.ui.view.connections.ConnectionsView;
import dev.fourshake.ui.view.drill.DrillView;
import dev.fourshake.ui.view.exchange.ExchangeView;
import dev.fourshake.ui.view.held.HeldView;
import dev.fourshake.ui.view.packet.PacketView;
import dev.fourshake.ui.view.packets.PacketsView;
import dev.fourshake.ui.view.payload.PayloadView;
import dev.fourshake.ui.view.problems.ProblemsView;
import dev.fourshake.ui.view.publish.PublishView;
import dev.fourshake.ui.view.retained.RetainedView;
import dev.fourshake.ui.view.sequence.SequenceView;
import dev.fourshake.ui.view.sessions.SessionsView;
import dev.fourshake.ui.view.subscriptions.SubscriptionsView;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.command.MainMenu.Title;
import dev.fourshake.ui.workbench.layout.Dock;
import dev.fourshake.ui.workbench.layout.Layout;
import dev.fourshake.ui.workbench.layout.Perspective;
import dev.fourshake.ui.workbench.message.Message;
import dev.fourshake.ui.workbench.selection.SelectionService;
import dev.fourshake.ui.workbench.view.Area;
import dev.fourshake.ui.workbench.view.ViewDescriptor;
import dev.fourshake.ui.workbench.view.ViewPart;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import javafx.application.Platform;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Puts Fourshake's views, perspective and commands into a workbench. */
final class DesktopParts {

    private static final Texts TEXTS = Texts.of(DesktopParts.class);

    private static final Command DRILL = Command.of("run.drill", TEXTS.get("command.drill"))
            .hint(TEXTS.get("command.drill.hint")).icon(Feather.TARGET);

    private final Workbench workbench;
    private final ViewContext context;
    private final Demonstration demonstration;

    DesktopParts(Workbench workbench, Workspace workspace) {
        this.workbench = workbench;
        context = new ViewContext(new ShownTrace(workbench.pulse()), new SelectionService<>(), workspace);
        Holding holding = new Holding(context, workbench.pulse());
        HoldCommands.install(workbench, holding);
        BreakpointCommands.install(workbench, context, holding);
        ConnectionCommands.install(workbench, context);
        addViews(holding);
        workbench.add(new Perspective("trace", TEXTS.get("perspective.trace"), Feather.ACTIVITY, layout()));
        Perspective drill = new Perspective("drill", TEXTS.get("perspective.drill"), Feather.TARGET,
                Layout.of(Dock.tabs(DrillView.ID)));
        workbench.add(drill);
        workbench.commands().handle(DRILL, Handler.of(() -> {
            workbench.showPerspective(drill);
            workbench.showView(DrillView.ID);
        }));
        workbench.menu().add(Title.RUN, "drill", DRILL);
        demonstration = new Demonstration(workbench, context);
        new FileCommands(workbench, context);
        new ReplayCommands(workbench, context);
        LineCommands.install(workbench, new WeakLines(context, workbench.pulse()));
        new StatusItems(workbench, context);
        TraceTrouble.install(workbench, context);
    }

    ViewContext context() {
        return context;
    }

    private void addViews(Holding holding) {
        add(ConnectionsView.ID, Feather.SHARE_2, Area.LEFT, ConnectionsView::new);
        add(CapturesView.ID, Feather.ARCHIVE, Area.LEFT, CapturesView::new, CapturesView.OWN);
        add(SequenceView.ID, Feather.GIT_PULL_REQUEST, Area.CENTER, SequenceView::new);
        add(PacketsView.ID, Feather.LIST, Area.BOTTOM, PacketsView::new);
        add(PacketView.ID, Feather.HASH, Area.BOTTOM, PacketView::new, PacketView.OWN);
        add(PayloadView.ID, Feather.FILE_TEXT, Area.BOTTOM, PayloadView::new);
        add(ProblemsView.ID, Feather.ALERT_TRIANGLE, Area.BOTTOM, ProblemsView::new);
        add(SessionsView.ID, Feather.USERS, Area.BOTTOM, SessionsView::new);
        add(RetainedView.ID, Feather.BOOKMARK, Area.BOTTOM, RetainedView::new);
        add(HeldView.ID, Feather.PAUSE_CIRCLE, Area.BOTTOM, (site, shared) -> new HeldView(site, shared, holding));
        add(BreakpointsView.ID, Feather.STOP_CIRCLE, Area.BOTTOM,
                (site, shared) -> new BreakpointsView(site, shared, holding));
        add(DrillView.ID, Feather.TARGET, Area.CENTER, DrillView::new, DrillView.OWN);
        add(ExchangeView.ID, Feather.REPEAT, Area.RIGHT, ExchangeView::new);
        add(PublishView.ID, Feather.SEND, Area.RIGHT, PublishView::new);
        add(SubscriptionsView.ID, Feather.RSS, Area.RIGHT, SubscriptionsView::new);
    }

    private void add(String id, Ikon icon, Area area, BiFunction<ViewSite, ViewContext, ViewPart> view) {
        add(id, icon, area, view, List.of());
    }

    private void add(String id, Ikon icon, Area area, BiFunction<ViewSite, ViewContext, ViewPart> view,
                     List<Command> own) {
        workbench.views().add(new ViewDescriptor(id, TEXTS.get("view." + id), icon, area,
                site -> view.apply(site, context)).own(own));
    }

    /** The lists have the whole width, so that the packets' topics and payloads are in sight beside their bytes. */
    private static Layout layout() {
        Dock left = Dock.above(0.5, Dock.tabs(ConnectionsView.ID), Dock.tabs(CapturesView.ID));
        Dock right = Dock.tabs(ExchangeView.ID, PublishView.ID, SubscriptionsView.ID);
        Dock lists = Dock.tabs(PacketsView.ID, ProblemsView.ID, SessionsView.ID, RetainedView.ID, HeldView.ID);
        Dock bottom = Dock.beside(0.55, lists, Dock.tabs(PacketView.ID, PayloadView.ID, BreakpointsView.ID));
        Dock middle = Dock.beside(0.64, Dock.tabs(SequenceView.ID), right);
        return Layout.of(Dock.above(0.6, Dock.beside(0.17, left, middle), bottom));
    }

    /**
     * The window is there: opens the files that were named, and starts the demonstration when they have been read: it
     * does not cover them, and does not take the processor from them.
     *
     * @param arguments as {@link Fourshake.Door} has them
     */
    void opened(List<String> arguments) {
        Workspace workspace = context.workspace();
        workspace.plans().problem().ifPresent(problem ->
                workbench.messages().show(Message.warning(problem.text())));
        workspace.payloadRules().problem().ifPresent(problem ->
                workbench.messages().show(Message.warning(problem.text())));
        CaptureOpening opening = new CaptureOpening(workbench, context);
        FileDrop.install(workbench.window().getScene(), files -> files.forEach(opening::open));
        workspace.holdPlans().problem().ifPresent(problem ->
                workbench.messages().show(Message.warning(problem.text())));
        Thread.ofVirtual().name("trash").start(() -> workspace.trash().purge(LocalDate.now()));
        open(arguments, opening).whenCompleteAsync((_, _) -> {
            if (workspace.plans().all().isEmpty() && workbench.window().isShowing()) {
                demonstration.start();
            }
        }, Platform::runLater);
    }

    private static CompletableFuture<Void> open(List<String> arguments, CaptureOpening opening) {
        List<CompletableFuture<?>> opened = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean replay = arguments.get(i).equals(Fourshake.REPLAY);
            Path file = Path.of(arguments.get(replay ? ++i : i));
            opened.add(replay ? opening.replay(file) : opening.open(file).thenCompose(DesktopParts::whole));
        }
        return CompletableFuture.allOf(opened.toArray(CompletableFuture[]::new));
    }

    private static CompletableFuture<?> whole(OpenTrace source) {
        return source instanceof CaptureTrace capture ? capture.done() : CompletableFuture.completedFuture(source);
    }
}
