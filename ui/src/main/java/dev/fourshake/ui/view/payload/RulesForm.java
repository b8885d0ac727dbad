package dev.fourshake.ui.view.payload;

import dev.fourshake.app.payload.PayloadException;
import dev.fourshake.app.payload.PayloadFormat;
import dev.fourshake.app.payload.Schema;
import dev.fourshake.app.payload.format.DescriptorFile;
import dev.fourshake.app.payload.format.ProtobufFormat;
import dev.fourshake.app.payload.rule.PayloadRule;
import dev.fourshake.model.topic.TopicFilter;
import dev.fourshake.ui.view.Choices;
import dev.fourshake.ui.view.FormDialog;
import dev.fourshake.ui.view.FormMistake;
import dev.fourshake.ui.view.Forms;
import dev.fourshake.ui.workbench.Texts;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks for the payload rules: their list in order, and the one to be added below it. */
final class RulesForm {

    static final Texts TEXTS = Texts.of(RulesForm.class);

    private final List<PayloadFormat> formats;
    private final ListView<PayloadRule> rules = new ListView<>();
    private final TextField filter = new TextField();
    private final ComboBox<PayloadFormat> format = new ComboBox<>();
    private final TextField descriptor = new TextField();
    private final ComboBox<String> messageType = new ComboBox<>();
    private final Label mistake = new Label();
    private final VBox form;

    RulesForm(List<PayloadFormat> formats, List<PayloadRule> known) {
        this.formats = formats;
        rules.setId("payload-rules");
        rules.getItems().setAll(known);
        rules.setPrefSize(560, 150);
        rules.setFixedCellSize(22);
        Label none = new Label(TEXTS.get("rules.none"));
        none.setWrapText(true);
        rules.setPlaceholder(none);
        rules.setCellFactory(_ -> new RuleCell());
        filter.setId("payload-rule-filter");
        filter.setPromptText("plant/+/state");
        Choices.fill(format, formats, formats.getFirst(), each -> each.name().text());
        format.setId("payload-rule-format");
        messageType.setEditable(true);
        messageType.setMaxWidth(Double.MAX_VALUE);
        descriptor.setPromptText(TEXTS.get("rules.descriptor.prompt"));
        Forms.sayMistakesIn(mistake);
        form = new VBox(8, new Label(TEXTS.get("rules.order")), new HBox(8, rules, moves()), fields(), mistake);
        HBox.setHgrow(rules, Priority.ALWAYS);
        form.getStyleClass().addAll("fs-form", "fs-payload-rules");
    }

    private VBox moves() {
        VBox moves = new VBox(6, button("rules.up", () -> move(-1)), button("rules.down", () -> move(1)),
                button("rules.remove", () -> rules.getItems().remove(rules.getSelectionModel().getSelectedItem())));
        moves.setFillWidth(true);
        return moves;
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(TEXTS.get(key));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private GridPane fields() {
        GridPane grid = new GridPane(8, 6);
        Button browse = button("rules.browse", this::browse);
        Button add = button("rules.add", this::addTyped);
        add.setId("payload-rule-add");
        HBox file = new HBox(6, descriptor, browse);
        HBox.setHgrow(descriptor, Priority.ALWAYS);
        GridPane.setHgrow(file, Priority.ALWAYS);
        grid.addRow(0, new Label(TEXTS.get("rules.filter")), filter);
        grid.addRow(1, new Label(TEXTS.get("rules.format")), format);
        grid.addRow(2, new Label(TEXTS.get("rules.descriptor")), file);
        grid.addRow(3, new Label(TEXTS.get("rules.message")), messageType);
        HBox adding = new HBox(add);
        adding.setAlignment(Pos.CENTER_RIGHT);
        grid.add(adding, 1, 4);
        file.disableProperty().bind(format.valueProperty().map(chosen -> !chosen.id().equals(ProtobufFormat.ID)));
        messageType.disableProperty().bind(file.disableProperty());
        return grid;
    }

    /** Fills in the rule to be added. */
    void begin(String topic, String formatId) {
        filter.setText(topic);
        formats.stream().filter(each -> each.id().equals(formatId)).findFirst().ifPresent(format::setValue);
    }

    /** Shows the form and waits. A rule that was typed in and not added is added. */
    Optional<List<PayloadRule>> ask(Window owner) {
        return FormDialog.ask(owner, TEXTS.get("rules.title"), form, TEXTS.get("rules.save"), () -> {
            if (!filter.getText().isBlank()) {
                add();
            }
            return List.copyOf(rules.getItems());
        }, mistake::setText, filter::requestFocus);
    }

    private void addTyped() {
        try {
            add();
            mistake.setText("");
        } catch (FormMistake wrong) {
            mistake.setText(wrong.getMessage());
            wrong.show();
        }
    }

    /** The newest goes before the others, or in the place of one for the same filter. */
    private void add() throws FormMistake {
        PayloadRule rule = typed();
        List<PayloadRule> next = new ArrayList<>(rules.getItems());
        int same = next.stream().map(PayloadRule::filter).toList().indexOf(rule.filter());
        if (same >= 0) {
            next.set(same, rule);
        } else {
            next.addFirst(rule);
        }
        rules.getItems().setAll(next);
        filter.clear();
    }

    private PayloadRule typed() throws FormMistake {
        String text = filter.getText().strip();
        if (text.isEmpty()) {
            throw new FormMistake(TEXTS.get("rules.filter.missing"), filter);
        }
        boolean isProtobuf = format.getValue().id().equals(ProtobufFormat.ID);
        String type = messageType.getEditor().getText().strip();
        if (!isProtobuf || descriptor.getText().isBlank()) {
            return new PayloadRule(TopicFilter.of(text), format.getValue().id(), Schema.NONE);
        }
        if (type.isEmpty()) {
            throw new FormMistake(TEXTS.get("rules.message.missing"), messageType);
        }
        try {
            return new PayloadRule(TopicFilter.of(text), format.getValue().id(),
                    new Schema(Optional.of(Path.of(descriptor.getText().strip())), Optional.of(type)));
        } catch (InvalidPathException _) {
            throw new FormMistake(TEXTS.get("rules.descriptor.bad"), descriptor);
        }
    }

    private void browse() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("rules.descriptor"));
        File file = chooser.showOpenDialog(form.getScene().getWindow());
        if (file != null) {
            descriptor.setText(file.getPath());
            Thread.ofVirtual().name("descriptor").start(() -> listMessages(file.toPath()));
        }
    }

    private void listMessages(Path file) {
        try {
            List<String> types = DescriptorFile.messageTypes(file);
            Platform.runLater(() -> {
                mistake.setText("");
                messageType.getItems().setAll(types);
                messageType.setValue(types.getFirst());
            });
        } catch (PayloadException broken) {
            Platform.runLater(() -> mistake.setText(broken.reason().text()));
        }
    }

    private void move(int by) {
        int from = rules.getSelectionModel().getSelectedIndex();
        int to = from + by;
        if (from >= 0 && to >= 0 && to < rules.getItems().size()) {
            PayloadRule rule = rules.getItems().remove(from);
            rules.getItems().add(to, rule);
            rules.getSelectionModel().clearAndSelect(to);
        }
    }

    private final class RuleCell extends ListCell<PayloadRule> {

        @Override
        protected void updateItem(PayloadRule rule, boolean empty) {
            super.updateItem(rule, empty);
            setText(empty || rule == null ? "" : text(rule));
        }

        private String text(PayloadRule rule) {
            String name = formats.stream().filter(each -> each.id().equals(rule.format())).findFirst()
                    .map(each -> each.name().text()).orElse(rule.format());
            return rule.schema().messageType().map(type -> TEXTS.get("rules.line.type", rule.filter().text(), name,
                    type))
                    .orElseGet(() -> TEXTS.get("rules.line", rule.filter().text(), name));
        }
    }
}
