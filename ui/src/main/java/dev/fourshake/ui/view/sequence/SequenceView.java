package dev.fourshake.ui.view.sequence;

import dev.fourshake.app.workspace.CaptureTrace;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.diagram.SequenceCanvas;
import dev.fourshake.ui.diagram.ThemePalette;
import dev.fourshake.ui.filter.FilterBar;
import dev.fourshake.ui.filter.RowQuery;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.view.packets.PacketsView;
import dev.fourshake.ui.workbench.StandardCommands;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.view.Memento;
import dev.fourshake.ui.workbench.view.ViewPart;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The Sequence view: the trace as a sequence diagram, which follows the traffic. */
public final class SequenceView implements ViewPart {

    public static final String ID = "sequence";

    private static final Texts TEXTS = Texts.of(SequenceView.class);

    private final ViewSite site;
    private final ViewContext context;
    private final SequenceCanvas canvas;
    private final SequenceMenu menu;
    private final SequenceToolBar toolBar;
    private final NarrowBar narrowBar;
    private final FilterBar<Subject> filterBar;
    private final RowQuery query = new RowQuery("sequence-filter", this::show);
    private final BorderPane content = new BorderPane();
    private final Subscription subscriptions;
    private FilteredRows filtered = new FilteredRows(ShowOnly.ALL);
    private Optional<OpenTrace> source = Optional.empty();
    private TraceSnapshot trace = TraceSnapshot.EMPTY;
    private boolean behind;

    public SequenceView(ViewSite site, ViewContext context) {
        this.site = site;
        this.context = context;
        Wording wording = new Wording(Locale.getDefault(Locale.Category.DISPLAY), ZoneId.systemDefault());
        canvas = new SequenceCanvas(wording, SequenceView::now, site.workbench().pulse()::arm);
        canvas.setId("sequence-canvas");
        canvas.placeholder(TEXTS.get("empty"));
        canvas.onChoose(this::choose);
        canvas.onOpen(_ -> showPackets());
        menu = new SequenceMenu(canvas, site.workbench(), this);
        toolBar = new SequenceToolBar(canvas, this);
        narrowBar = new NarrowBar(() -> show(only().clear()));
        filterBar = FilterBar.ofPackets(() -> trace);
        content.setCenter(canvas);
        content.setTop(new VBox(filterBar.node(), narrowBar.node()));
        canvas.setOnContextMenuRequested(event -> menu.show(event.getScreenX(), event.getScreenY()));
        subscriptions = Subscription.combine(
                site.workbench().themes().colorsProperty().subscribe(
                        colors -> canvas.paletteProperty().set(ThemePalette.of(colors))),
                context.selection().listen(this, this::reveal), context.filters().add(filterBar));
        site.handle(StandardCommands.COPY, Handler.of(menu::copyText));
        site.handle(StandardCommands.FIND, Handler.of(filterBar::open));
        filterBar.filterProperty().subscribe(_ -> show(only()));
        site.onPulse(Phase.UPDATE, this::update);
        site.onPulse(Phase.PAINT, canvas::paint);
    }

    private static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    private void update() {
        if (source != context.shown().sourceProperty().get()) {
            source = context.shown().sourceProperty().get();
            trace = TraceSnapshot.EMPTY;
            canvas.reset();
            // A file is read from its beginning, also while it is still being opened.
            canvas.follow(source.filter(CaptureTrace.class::isInstance).isEmpty());
            canvas.liveProperty().set(source.filter(LiveTap.class::isInstance).isPresent());
            show(only().clear());
            behind = true;
        }
        TraceSnapshot next = context.shown().snapshot();
        if (next != trace || behind) {
            if (next.rowCount() < trace.rowCount() || next.revision() < trace.revision()) {
                // A replay has stepped back.
                filtered = new FilteredRows(only());
            }
            trace = next;
            behind = !canvas.show(next);
            applyFilter();
        }
    }

    private void choose(int row) {
        context.selection().select(row < 0 ? null : new Selection.Row(row), this);
    }

    /** Shows what another view has chosen. */
    private void reveal(Selection selection) {
        update();
        int row = switch (selection) {
            case null -> -1;
            case Selection.Row(int number) -> number;
            case Selection.ByteRange(int number, _, _) -> number;
            case Selection.Exchange(int id) when id < trace.exchangeCount() -> trace.exchange(id).firstRow();
            case Selection.Link(int number) when number <= trace.links().size() ->
                    trace.links().get(number - 1).firstRow();
            case Selection.Session(int id) when id < trace.sessions().size() -> lastLink(id);
            case Selection.Exchange _, Selection.Link _, Selection.Session _, Selection.Topic _ -> -1;
        };
        canvas.selectedRowProperty().set(row < trace.rowCount() ? row : -1);
        canvas.reveal(row);
    }

    private int lastLink(int session) {
        List<Integer> links = trace.sessions().get(session).links();
        return links.isEmpty() ? -1 : trace.links().get(links.getLast() - 1).firstRow();
    }

    // ------------------------------------------------------------------ what menus and buttons do

    /** Shows only some rows from now on. */
    void show(ShowOnly wanted) {
        filtered = new FilteredRows(wanted);
        query.filter(filterBar.filterProperty().get(), wanted::shows);
        narrowBar.show(wanted, trace);
        toolBar.pings(wanted.pings());
        applyFilter();
    }

    ShowOnly only() {
        return filtered.filter();
    }

    TraceSnapshot trace() {
        return trace;
    }

    void showPackets() {
        site.workbench().showView(PacketsView.ID);
    }

    private void applyFilter() {
        Filter<Subject> filter = filterBar.filterProperty().get();
        canvas.placeholder(TEXTS.get(filter.isAll() ? "empty" : "empty.filtered"));
        if (!filter.isAll()) {
            query.update(trace);
            return;
        }
        filterBar.count(trace.rowCount(), trace.rowCount());
        if (filtered.filter().isAll()) {
            canvas.filter(null, 0);
            return;
        }
        filtered.extend(trace);
        canvas.filter(filtered.rows(), filtered.size());
    }

    /** The rows that pass the filter have been found. */
    private void show(RowQuery.Answer answer) {
        canvas.filter(answer.rows(), answer.size());
        filterBar.count(answer.size(), answer.trace().rowCount());
    }

    // ------------------------------------------------------------------ the part

    @Override
    public Node content() {
        return content;
    }

    @Override
    public List<Node> toolbar() {
        List<Node> nodes = new ArrayList<>(toolBar.nodes());
        nodes.addFirst(filterBar.button());
        return nodes;
    }

    @Override
    public List<MenuItem> menu() {
        return menu.viewItems();
    }

    @Override
    public void hidden() {
        canvas.pause();
    }

    @Override
    public void focus() {
        canvas.requestFocus();
    }

    @Override
    public void saveState(Memento memento) {
        memento.put("rowHeight", canvas.rowHeight());
        memento.put("pings", only().pings());
        filterBar.saveState(memento);
        memento.put("busyOnly", toolBar.isBusyOnly());
    }

    @Override
    public void restoreState(Memento memento) {
        canvas.rowHeight(memento.number("rowHeight", canvas.rowHeight()));
        show(ShowOnly.ALL.withPings(memento.flag("pings", true)));
        filterBar.restoreState(memento);
        toolBar.busyOnly(memento.flag("busyOnly", false));
    }

    @Override
    public void dispose() {
        subscriptions.unsubscribe();
        query.close();
    }
}
