package dev.fourshake.ui.view.drill;

import dev.fourshake.app.broker.BrokerState;
import dev.fourshake.app.broker.EmbeddedBroker;
import dev.fourshake.app.drill.CaseResult;
import dev.fourshake.app.drill.DrillException;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.ui.capture.FileCommands;
import dev.fourshake.ui.view.Question;
import dev.fourshake.ui.view.RecordTable;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.StandardCommands;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.message.Message;
import dev.fourshake.ui.workbench.view.Memento;
import dev.fourshake.ui.workbench.view.ViewPart;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableRow;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.feather.Feather;

/** The Drill view: what is drilled, how it goes on, the verdicts as a table, and the chosen case with its diagram. */
public final class DrillView implements ViewPart {

    public static final String ID = "drill";

    private static final Texts TEXTS = Texts.of(DrillView.class);
    private static final Command START = Command.of("drill.start", TEXTS.get("start.command"))
            .icon(Feather.PLAY).key("Shortcut+Enter");
    private static final Command STOP = Command.of("drill.stop", TEXTS.get("stop.command"))
            .icon(Feather.SQUARE).key("Shortcut+Shift+Enter");
    private static final Command HISTORY = Command.of("drill.history", TEXTS.get("history.command"))
            .icon(Feather.CLOCK).key("Shortcut+E");
    /** What only this view does. */
    public static final List<Command> OWN = List.of(START, STOP, HISTORY);

    private static final PseudoClass BAD = PseudoClass.getPseudoClass("fs-error");

    private final Workbench workbench;
    private final ViewContext context;
    private final DrillForm form;
    private final DrillBar bar;
    private final RecordTable<CaseLine> table = new RecordTable<>(TEXTS, CaseLine::number);
    private final CasePane pane;
    private final SplitPane results = new SplitPane();
    private final SplitPane split = new SplitPane();
    private final DrillHistory history = new DrillHistory(this::show, HISTORY);
    private List<CaseLine> lines = List.of();

    public DrillView(ViewSite site, ViewContext context) {
        this(site, context, format -> ReportFiles.ask(site.workbench(), format));
    }

    /** @param file asks where a report is to be saved */
    DrillView(ViewSite site, ViewContext context, Function<ReportFiles.Format, Optional<Path>> file) {
        workbench = site.workbench();
        this.context = context;
        form = new DrillForm(context.workspace().data());
        ReportFiles files = new ReportFiles(workbench, file);
        bar = new DrillBar(this::start, () -> history.shown().ifPresent(DrillRun::stop),
                format -> history.shown().ifPresent(run -> save(files, run, format)),
                List.of(START, STOP, FileCommands.SAVE_AS));
        pane = new CasePane(workbench);
        // Each shows what it has to say also of a case that went wrong, in a window of 1280 pixels.
        table.number("number", 35, line -> Integer.toString(line.number()), CaseLine::number)
                .text("protocol", 50, line -> line.result().point().version().code())
                .text("qos", 38, line -> line.words().qos())
                .text("message", 84, line -> line.words().message())
                .text("step", 73, line -> line.words().step())
                .text("fault", 111, line -> line.words().fault())
                .text("result", 90, line -> line.words().result())
                .text("brokenBy", 88, line -> line.words().brokenBy())
                .text("repeated", 181, line -> line.words().repeated())
                .text("session", 66, line -> line.words().session())
                .text("delivered", 72, line -> line.words().delivered())
                .number("recovered", 78, line -> line.words().recovered(),
                        line -> line.result().verdict().recoveryNanos().orElse(Long.MAX_VALUE));
        table.setId("drill-cases");
        table.setRowFactory(_ -> new Row());
        table.onChoose(this::choose);
        results.setOrientation(Orientation.VERTICAL);
        results.getItems().setAll(table, pane.node());
        results.setDividerPositions(0.45);
        BorderPane right = new BorderPane(results);
        right.setTop(bar.node());
        split.getItems().setAll(form.node(), right);
        split.setDividerPositions(0.235);
        SplitPane.setResizableWithParent(form.node(), false);
        site.handle(StandardCommands.COPY, Handler.of(table::copy));
        site.handle(START, Handler.of(this::start, bar.canStart()));
        site.handle(STOP, Handler.of(bar::stop, bar.canStop()));
        site.handle(HISTORY, Handler.of(history::open, history.canOpen()));
        site.handle(FileCommands.SAVE_AS, Handler.of(bar::chooseFormat, bar.canSave()));
        workbench.beforeExit(this::mayBeLost);
        site.onPulse(Phase.UPDATE, this::update);
        site.onPulse(Phase.PAINT, pane::paint);
    }

    private void start() {
        form.wish().ifPresent(wish -> {
            DrillRun started = new DrillRun(wish, workbench.pulse()::arm);
            history.add(started);
            workbench.jobs().start(TEXTS.get("job"), started::run).onFailure(this::tell);
            show(started);
        });
    }

    private void show(DrillRun run) {
        lines = List.of();
        table.fill(lines);
        pane.show(null);
        update();
    }

    /** A report that is saved while its drill runs is not the whole. */
    private void save(ReportFiles files, DrillRun run, ReportFiles.Format format) {
        boolean whole = run.isOver();
        files.save(run.report(), format, () -> {
            if (whole) {
                run.saved();
            }
        });
    }

    /** Nothing of it outlives the program but what was saved. */
    private boolean mayBeLost() {
        boolean running = history.shown().filter(run -> !run.isOver()).isPresent();
        if (!running && !history.isUnsaved()) {
            return true;
        }
        return Question.mayBeDone(workbench.window(), TEXTS.get(running ? "exit.running" : "exit.unsaved"),
                TEXTS.get("exit.anyway"));
    }

    private void tell(Exception failure) {
        workbench.messages().show(Message.error(failure instanceof DrillException drill ? drill.sentence().text()
                : failure.getLocalizedMessage()));
    }

    private void choose(CaseLine line) {
        pane.show(line);
        workbench.pulse().arm();
    }

    private void update() {
        form.propose(context.workspace().broker().map(EmbeddedBroker::state).flatMap(DrillView::address));
        Optional<DrillRun> run = history.shown();
        form.node().setDisable(run.filter(each -> !each.isOver()).isPresent());
        bar.show(run);
        history.update();
        List<CaseResult> cases = run.map(DrillRun::cases).orElse(List.of());
        if (cases.size() > lines.size()) {
            List<CaseLine> next = new ArrayList<>(lines);
            for (int i = lines.size(); i < cases.size(); i++) {
                next.add(CaseLine.of(i + 1, cases.get(i)));
            }
            lines = next;
            table.fill(next);
            if (table.getSelectionModel().isEmpty()) {
                table.scrollTo(next.size() - 1);
                pane.show(next.getLast());
            }
        }
    }

    private static Optional<HostPort> address(BrokerState state) {
        return state instanceof BrokerState.Listening(InetSocketAddress address)
                ? Optional.of(HostPort.loopback(address.getPort())) : Optional.empty();
    }

    private static final class Row extends TableRow<CaseLine> {

        @Override
        protected void updateItem(CaseLine line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(BAD, !empty && line != null && !line.result().isGood());
        }
    }

    // ------------------------------------------------------------------ the part

    @Override
    public Node content() {
        return split;
    }

    @Override
    public List<Node> toolbar() {
        return List.of(history.button(), bar.saveButton());
    }

    @Override
    public void focus() {
        form.focus();
    }

    @Override
    public void saveState(Memento memento) {
        form.saveState(memento);
        table.saveState(memento);
        memento.put("form", split.getDividerPositions()[0]);
        memento.put("table", results.getDividerPositions()[0]);
    }

    @Override
    public void restoreState(Memento memento) {
        form.restoreState(memento);
        table.restoreState(memento);
        split.setDividerPositions(memento.number("form", 0.235));
        results.setDividerPositions(memento.number("table", 0.45));
    }

    @Override
    public void dispose() {
        history.shown().ifPresent(DrillRun::stop);
        pane.close();
    }
}
