package dev.fourshake.ui.view.breakpoints;

import dev.fourshake.app.workspace.BreakpointPlan;
import dev.fourshake.app.workspace.HoldPlan;
import dev.fourshake.ui.hold.BreakpointForm;
import dev.fourshake.ui.hold.Holding;
import dev.fourshake.ui.hold.PacketTypes;
import dev.fourshake.ui.hold.ReactionText;
import dev.fourshake.ui.view.RecordTable;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.StandardCommands;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.view.Memento;
import dev.fourshake.ui.workbench.view.ViewPart;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;

/** The Breakpoints view: those of the shown tap, with a mark for each that is on. */
public final class BreakpointsView implements ViewPart {

    public static final String ID = "breakpoints";

    private static final Texts TEXTS = Texts.of(BreakpointsView.class);
    private static final PseudoClass SKIPPED = PseudoClass.getPseudoClass("fs-skipped");

    private final ViewSite site;
    private final Holding holding;
    private final RecordTable<BreakpointLine> table = new RecordTable<>(TEXTS, BreakpointLine::index);
    private final BreakpointActions actions;
    private final BorderPane content = new BorderPane(table);
    private final String plainTitle;
    private final Subscription following;
    private List<BreakpointLine> lines = List.of();

    public BreakpointsView(ViewSite site, ViewContext context, Holding holding) {
        this.site = site;
        this.holding = holding;
        plainTitle = site.title().get();
        actions = new BreakpointActions(site, context, holding, this::chosen);
        table.getColumns().addFirst(enabled());
        // In a window of 1280 pixels all columns are in sight, the hits too, beside a scroll bar.
        table.text("types", 84, line -> PacketTypes.text(line.plan().types()))
                .text("directions", 90, line -> BreakpointForm.text(line.plan().directions()))
                .text("device", 60, line -> line.plan().client().isEmpty() ? TEXTS.get("all") : line.plan().client())
                .text("filter", 88, line -> line.plan().filter().text())
                .text("hit", 44, line -> line.plan().hit() == 0 ? TEXTS.get("every")
                        : TEXTS.get("nth", line.plan().hit()))
                .text("then", 126, line -> ReactionText.of(line.plan().reaction()))
                .number("hits", 44, line -> Integer.toString(line.hits()), BreakpointLine::hits);
        table.setContextMenu(actions.menu());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        table.setOnMouseClicked(this::click);
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> actions.update());
        content.setBottom(new ReleaseBar(holding).node());
        site.handle(StandardCommands.COPY, Handler.of(table::copy));
        site.onPulse(Phase.UPDATE, this::update);
        following = holding.planProperty().subscribe(_ -> update());
    }

    private List<BreakpointLine> chosen() {
        return table.getSelectionModel().getSelectedItems().stream().filter(line -> line != null).toList();
    }

    private void update() {
        Optional<HoldPlan> plan = holding.planProperty().get();
        List<BreakpointPlan> plans = plan.map(HoldPlan::breakpoints).orElse(List.of());
        List<BreakpointLine> next = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            next.add(new BreakpointLine(i, plans.get(i), holding.hits(plans.get(i))));
        }
        table.sayWhereEmpty(plan.isPresent() ? "empty" : "empty.noTap");
        boolean skipping = plan.filter(HoldPlan::skipAll).isPresent();
        table.pseudoClassStateChanged(SKIPPED, skipping);
        site.title().set(skipping && !next.isEmpty() ? TEXTS.get("title.skipped", next.size())
                : next.isEmpty() ? plainTitle : TEXTS.get("title", next.size()));
        if (!next.equals(lines)) {
            lines = next;
            table.fill(next);
            actions.update();
        }
    }

    // ------------------------------------------------------------------ what the user does

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case KeyCode.DELETE, KeyCode.BACK_SPACE -> actions.remove();
            case KeyCode.SPACE -> actions.toggle();
            case KeyCode.ENTER -> actions.edit();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            actions.edit();
        }
    }

    private TableColumn<BreakpointLine, BreakpointLine> enabled() {
        TableColumn<BreakpointLine, BreakpointLine> column = new TableColumn<>();
        Function<BreakpointLine, String> text = line -> TEXTS.get(line.plan().enabled() ? "on" : "off");
        column.setId("enabled");
        column.setPrefWidth(28);
        column.setResizable(false);
        column.setSortable(false);
        column.setUserData(text);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new EnabledCell());
        return column;
    }

    private final class EnabledCell extends TableCell<BreakpointLine, BreakpointLine> {

        private final CheckBox box = new CheckBox();

        private EnabledCell() {
            setAlignment(Pos.CENTER);
            box.getStyleClass().add("fs-check");
            box.setFocusTraversable(false);
            box.setOnAction(_ -> actions.enable(List.of(getItem()), box.isSelected()));
        }

        @Override
        protected void updateItem(BreakpointLine line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(empty || line == null ? null : box);
            if (line != null) {
                box.setSelected(line.plan().enabled());
                box.setAccessibleText(TEXTS.get("enabled", PacketTypes.text(line.plan().types())));
            }
        }
    }

    // ------------------------------------------------------------------ the part

    @Override
    public Node content() {
        return content;
    }

    @Override
    public List<Node> toolbar() {
        return actions.toolbar();
    }

    @Override
    public void focus() {
        table.requestFocus();
    }

    @Override
    public void saveState(Memento memento) {
        table.saveState(memento);
    }

    @Override
    public void restoreState(Memento memento) {
        table.restoreState(memento);
    }

    @Override
    public void dispose() {
        following.unsubscribe();
    }
}
