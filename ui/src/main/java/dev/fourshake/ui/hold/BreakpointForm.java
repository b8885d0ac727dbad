package dev.fourshake.ui.hold;

import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.app.workspace.BreakpointPlan;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.session.Session;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.ui.filter.FilterField;
import dev.fourshake.ui.view.Choices;
import dev.fourshake.ui.view.FormDialog;
import dev.fourshake.ui.view.FormMistake;
import dev.fourshake.ui.view.Forms;
import dev.fourshake.ui.workbench.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks for a breakpoint: at which packets, whose, and what is done then. */
public final class BreakpointForm {

    private static final Texts TEXTS = Texts.of(BreakpointForm.class);
    /** More are not offered; any can be typed. */
    private static final int MOST_DEVICES = 200;

    private final BreakpointPlan before;
    private final PacketTypes types;
    private final ComboBox<Set<Direction>> directions = new ComboBox<>();
    private final ComboBox<String> device = new ComboBox<>();
    private final FilterField<Subject> filter;
    private final TextField hit = new TextField();
    private final ReactionFields then;
    private final Label mistake = new Label();
    private final VBox form;

    /**
     * @param before what the form begins with
     * @param trace  for the devices and values that were seen
     */
    public BreakpointForm(BreakpointPlan before, Supplier<TraceSnapshot> trace) {
        this.before = before;
        types = new PacketTypes(before.types());
        filter = FilterField.ofPackets(trace);
        then = new ReactionFields(before.reaction());
        Choices.fill(directions, List.of(Set.of(Direction.values()), Set.of(Direction.CLIENT_TO_SERVER),
                Set.of(Direction.SERVER_TO_CLIENT)), before.directions(), BreakpointForm::text);
        device.setEditable(true);
        device.getItems().setAll(trace.get().sessions().stream().map(Session::clientId).filter(id -> !id.isEmpty())
                .distinct().sorted().limit(MOST_DEVICES).toList());
        device.setPromptText(TEXTS.get("breakpoint.device.all"));
        device.setValue(before.client());
        device.setMaxWidth(Double.MAX_VALUE);
        directions.setMaxWidth(Double.MAX_VALUE);
        filter.text(before.filter().text());
        hit.setPromptText(TEXTS.get("breakpoint.hit.every"));
        hit.setText(before.hit() == 0 ? "" : Integer.toString(before.hit()));
        hit.setPrefColumnCount(8);
        device.setId("breakpoint-device");
        directions.setId("breakpoint-directions");
        filter.field().setId("breakpoint-filter");
        hit.setId("breakpoint-hit");
        mistake.setId("breakpoint-mistake");
        Forms.sayMistakesIn(mistake);
        form = new VBox(8, grid(), mistake);
        form.setPrefWidth(560);
        form.getStyleClass().add("fs-form");
    }

    private GridPane grid() {
        GridPane grid = new GridPane(10, 10);
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(ColumnConstraints.CONSTRAIN_TO_PREF);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(labels, fields);
        row(grid, 0, "breakpoint.types", types.node());
        row(grid, 1, "breakpoint.directions", directions);
        row(grid, 2, "breakpoint.device", device);
        row(grid, 3, "breakpoint.filter", filter.node());
        Label what = new Label(TEXTS.get("breakpoint.hit.what"));
        what.setWrapText(true);
        hit.setMinWidth(TextField.USE_PREF_SIZE);
        HBox counting = new HBox(8, hit, what);
        counting.setAlignment(Pos.CENTER_LEFT);
        row(grid, 4, "breakpoint.hit", counting);
        row(grid, 5, "breakpoint.then", then.node());
        grid.getStyleClass().add("fs-page");
        return grid;
    }

    private static void row(GridPane grid, int row, String key, Node field) {
        Label label = new Label(TEXTS.get(key));
        label.setLabelFor(field);
        label.setPadding(new Insets(4, 0, 0, 0));
        GridPane.setValignment(label, VPos.TOP);
        grid.addRow(row, label, field);
    }

    /** Which way, in words. */
    public static String text(Set<Direction> ways) {
        return ways.size() == 2 ? TEXTS.get("breakpoint.directions.both")
                : TEXTS.get("breakpoint.directions." + ways.iterator().next().name());
    }

    /** Shows the form and waits. */
    public Optional<BreakpointPlan> ask(Window owner, String title) {
        return FormDialog.ask(owner, title, form, TEXTS.get("breakpoint.ok"), this::plan, mistake::setText,
                filter.field()::requestFocus);
    }

    private BreakpointPlan plan() throws FormMistake {
        Set<PacketType> chosen = types.chosen();
        if (chosen.isEmpty()) {
            throw new FormMistake(TEXTS.get("breakpoint.mistake.types"));
        }
        if (!filter.apply()) {
            throw new FormMistake(TEXTS.get("breakpoint.mistake.filter"), filter.field());
        }
        Optional<Message> unknowable = Breakpoint.problem(filter.filterProperty().get());
        if (unknowable.isPresent()) {
            throw new FormMistake(unknowable.get().text(), filter.field());
        }
        int number = hit.getText().isBlank() ? 0
                : (int) FormMistake.number(TEXTS.get("breakpoint.hit"), hit, 1, Integer.MAX_VALUE);
        String client = Optional.ofNullable(device.getEditor().getText()).orElse("").strip();
        return new BreakpointPlan(before.enabled(), chosen, directions.getValue(), client,
                filter.filterProperty().get(), number, then.reaction());
    }
}
