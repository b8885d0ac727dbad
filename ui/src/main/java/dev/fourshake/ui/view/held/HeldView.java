package dev.fourshake.ui.view.held;

import dev.fourshake.app.trace.WireClock;
import dev.fourshake.model.filter.RowSubject;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.filter.PlainSubject;
import dev.fourshake.ui.hold.BreakpointCommands;
import dev.fourshake.ui.hold.HeldCommands;
import dev.fourshake.ui.hold.HeldLine;
import dev.fourshake.ui.hold.HoldCommands;
import dev.fourshake.ui.hold.Holding;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.trace.Times;
import dev.fourshake.ui.view.RecordTable;
import dev.fourshake.ui.view.TableFilter;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.CommandControls;
import dev.fourshake.ui.workbench.command.Commands;
import dev.fourshake.ui.workbench.view.Memento;
import dev.fourshake.ui.workbench.view.ViewPart;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.util.Duration;
import javafx.util.Subscription;

/**
 * The Held view: the packets that stand at the shown tap, since when, what both sides believe meanwhile, and what can
 * be done with them.
 */
public final class HeldView implements ViewPart {

    public static final String ID = "held";

    private static final Texts TEXTS = Texts.of(HeldView.class);

    /** From here on the list and what is said of a packet stand beside each other. */
    private static final double WIDE = 640;

    private final ViewSite site;
    private final ViewContext context;
    private final RecordTable<HeldLine> table = new RecordTable<>(TEXTS, line -> line.packet().holdId());
    private final Holding holding;
    private final TableFilter<HeldLine> filter;
    private final HeldPane pane = new HeldPane();
    private final SplitPane split = new SplitPane();
    private final LongProperty now = new SimpleLongProperty(WireClock.now());
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> now.set(WireClock.now())));
    private final String plainTitle;
    private final Subscription following;

    public HeldView(ViewSite site, ViewContext context, Holding holding) {
        this.site = site;
        this.context = context;
        this.holding = holding;
        plainTitle = site.title().get();
        table.number("number", 48, line -> line.row() < 0 ? "" : Integer.toString(line.row() + 1), HeldLine::row)
                .text("client", 104, HeldLine::client)
                .text("direction", 52, line -> TEXTS.get("to." + line.packet().direction().name()))
                .text("packet", 88, line -> line.packet().type().name())
                .number("packetId", 44, HeldView::packetId, line -> line.packet().packetId())
                .text("topic", 240, HeldLine::topic);
        table.getColumns().add(table.getColumns().size() - 1, age());
        table.onChoose(this::choose);
        Commands commands = site.workbench().commands();
        table.setContextMenu(new ContextMenu());
        table.getContextMenu().getItems().addAll(HeldCommands.items(commands));
        table.getContextMenu().getItems().add(new SeparatorMenuItem());
        for (Command command : List.of(HoldCommands.HOLD, BreakpointCommands.NEW)) {
            commands.add(command);
            table.getContextMenu().getItems().add(CommandControls.menuItem(commands, command));
        }
        filter = new TableFilter<>(site, table, this::subject, this::trace);
        clock.setCycleCount(Animation.INDEFINITE);
        split.widthProperty().subscribe(width -> split.setOrientation(width.doubleValue() >= WIDE
                ? Orientation.HORIZONTAL : Orientation.VERTICAL));
        split.getItems().setAll(filter.content(), pane.node());
        split.setDividerPositions(0.5);
        following = holding.heldProperty().subscribe(this::fill)
                .and(holding.targetProperty().subscribe(_ -> explain()))
                .and(now.subscribe(_ -> explain()))
                .and(context.selection().listen(this, this::reveal));
    }

    private Subject subject(HeldLine line) {
        return line.row() < 0 || line.row() >= trace().rowCount() ? new PlainSubject()
                : new RowSubject(trace()).at(line.row());
    }

    private TraceSnapshot trace() {
        return context.shown().snapshot();
    }

    private static String packetId(HeldLine line) {
        int id = line.packet().packetId();
        return id == 0 ? "" : Integer.toString(id);
    }

    /** Counts on while the cells stay what they are, so that a click finds them. */
    private TableColumn<HeldLine, String> age() {
        Function<HeldLine, String> age = line -> Times.age(now.get() - line.packet().sinceNanos());
        TableColumn<HeldLine, String> column = new TableColumn<>(TEXTS.get("column.age"));
        column.setId("age");
        column.setPrefWidth(68);
        column.setSortable(false);
        column.getStyleClass().add("align-right");
        column.setCellValueFactory(cell -> Bindings.createStringBinding(() -> age.apply(cell.getValue()), now));
        column.setUserData(age);
        return column;
    }

    private void fill(List<HeldLine> lines) {
        now.set(WireClock.now());
        table.fill(lines);
        site.title().set(lines.isEmpty() ? plainTitle : TEXTS.get("title", lines.size()));
        reveal(context.selection().get());
    }

    /** Tells of the packet that is meant, as it stands now. */
    private void explain() {
        holding.targetProperty().get().ifPresentOrElse(
                line -> pane.show(HeldSheet.of(line, trace(), holding.patience(line.packet().link()), now.get())),
                () -> pane.showNone(!holding.heldProperty().get().isEmpty()));
    }

    private void choose(HeldLine line) {
        if (line.row() != HeldLine.UNKNOWN) {
            context.selection().select(new Selection.Row(line.row()), this);
        }
    }

    private void reveal(Selection selection) {
        if (selection != null && selection.rowChosen().isPresent()) {
            int row = selection.rowChosen().getAsInt();
            table.getItems().stream().filter(line -> line.row() == row).findFirst()
                    .ifPresent(line -> table.reveal(line.packet().holdId()));
        }
    }

    @Override
    public Node content() {
        return split;
    }

    @Override
    public void focus() {
        table.requestFocus();
    }

    @Override
    public List<Node> toolbar() {
        List<Node> buttons = new ArrayList<>(HeldCommands.buttons(site.workbench().commands()));
        buttons.add(filter.button());
        return buttons;
    }

    @Override
    public void shown() {
        clock.play();
    }

    @Override
    public void hidden() {
        clock.stop();
    }

    @Override
    public void saveState(Memento memento) {
        filter.saveState(memento);
        memento.put("divider", split.getDividerPositions()[0]);
    }

    @Override
    public void restoreState(Memento memento) {
        filter.restoreState(memento);
        split.setDividerPositions(memento.number("divider", 0.5));
    }

    @Override
    public void dispose() {
        clock.stop();
        following.unsubscribe();
    }
}
