package dev.fourshake.ui.filter;

import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.filter.Language;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.filter.Vocabulary;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.view.Memento;
import java.util.List;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Where the filter of a view is typed: the field, the filters that were used before, and how many of how many it lets
 * pass. It is hidden until it is asked for. For the JavaFX thread.
 *
 * @param <S> what is asked
 */
public final class FilterBar<S> {

    private static final Texts TEXTS = Texts.of(FilterBar.class);

    /** In a bar that is narrower the field has a line of its own. */
    private static final double NARROW = 360;

    private final FilterField<S> typed;
    private final TextField field;
    private final FilterHistory history = new FilterHistory();
    private final MenuButton before = new MenuButton();
    private final Label count = new Label();
    private final Button clear = new Button(null, new FontIcon(Feather.X));
    private final ToggleButton toggle = new ToggleButton(null, new FontIcon(Feather.FILTER));
    private final HBox line = new HBox(4);
    private final HBox tools = new HBox(4);
    private final VBox bar;

    /**
     * @param seen  what there is, for its values to be proposed
     * @param sheet tells what can be written
     */
    public FilterBar(Language<S> language, Supplier<? extends Vocabulary> seen, FilterSheet sheet) {
        typed = new FilterField<>(language, seen, sheet.prompt());
        field = typed.field();
        HBox.setHgrow(field, Priority.ALWAYS);
        before.setGraphic(new FontIcon(Feather.CLOCK));
        before.setTooltip(new Tooltip(TEXTS.get("history")));
        before.setAccessibleText(TEXTS.get("history"));
        before.getStyleClass().addAll("small", "flat");
        before.setOnShowing(_ -> fillHistory());
        before.getItems().add(new MenuItem());
        clear.setTooltip(new Tooltip(TEXTS.get("clear")));
        clear.setAccessibleText(TEXTS.get("clear"));
        clear.getStyleClass().addAll("small", "flat");
        clear.setOnAction(_ -> close());
        Button help = new Button(null, new FontIcon(Feather.HELP_CIRCLE));
        help.setTooltip(new Tooltip(TEXTS.get("help")));
        help.setAccessibleText(TEXTS.get("help"));
        help.getStyleClass().addAll("small", "flat");
        help.setOnAction(_ -> FilterHelp.show(help, sheet));
        count.getStyleClass().add("fs-filter-count");
        count.setMinWidth(Label.USE_PREF_SIZE);
        tools.getChildren().addAll(count, before, help, clear);
        tools.setAlignment(Pos.CENTER_RIGHT);
        line.getChildren().addAll(field, tools);
        line.setAlignment(Pos.CENTER_LEFT);
        bar = new VBox(2, line, typed.mistake());
        // Not in the midst of the layout that has just given the bar its width.
        bar.widthProperty().subscribe(width -> Platform.runLater(() -> arrange(width.doubleValue() < NARROW)));
        bar.getStyleClass().add("fs-filter");
        show(bar, false);
        toggle.setTooltip(new Tooltip(TEXTS.get("toggle")));
        toggle.setAccessibleText(TEXTS.get("toggle"));
        toggle.getStyleClass().add("command-button");
        toggle.setOnAction(_ -> {
            if (toggle.isSelected()) {
                open();
            } else {
                close();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                remember();
            }
        });
    }

    /** For packets, and what is told by them; the values of {@code trace} are proposed. */
    public static FilterBar<Subject> ofPackets(Supplier<TraceSnapshot> trace) {
        return new FilterBar<>(Language.PACKETS, () -> new TraceVocabulary(trace.get()), FilterSheet.of(TEXTS));
    }

    /** The bar, for the top of a view. */
    public Node node() {
        return bar;
    }

    /** Shows and hides it, for the view's toolbar. */
    public Node button() {
        return toggle;
    }

    /** What was typed last and is a filter. */
    public ReadOnlyObjectProperty<Filter<S>> filterProperty() {
        return typed.filterProperty();
    }

    /** Shows the bar and puts the keyboard there. */
    public void open() {
        toggle.setSelected(true);
        show(bar, true);
        field.requestFocus();
        field.selectAll();
    }

    /** Everything is wanted again, and the bar goes. */
    public void close() {
        remember();
        typed.text("");
        typed.hideProposals();
        toggle.setSelected(false);
        show(bar, false);
        bar.requestFocus();
    }

    /** Adds a condition to what is typed already. */
    public void and(String condition) {
        toggle.setSelected(true);
        show(bar, true);
        String text = field.getText().isBlank() ? condition : enclosed(field.getText().strip()) + " and " + condition;
        typed.text(text);
        history.add(text);
    }

    private static String enclosed(String text) {
        return text.matches("(?i).*\\bor\\b.*|.*\\|\\|.*") ? "(" + text + ")" : text;
    }

    /** How many of how many it lets pass. */
    public void count(int shown, int total) {
        count.setText(filterProperty().get().isAll() ? "" : TEXTS.get("count", shown, total));
    }

    public void saveState(Memento memento) {
        history.save(memento);
    }

    public void restoreState(Memento memento) {
        history.restore(memento);
    }

    // ------------------------------------------------------------------ within

    private void arrange(boolean narrow) {
        if (narrow != bar.getChildren().contains(tools)) {
            (narrow ? line : bar).getChildren().remove(tools);
            (narrow ? bar : line).getChildren().add(1, tools);
        }
    }

    private void remember() {
        history.add(filterProperty().get().text());
    }

    private void key(KeyEvent event) {
        if (event.isConsumed()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            typed.hideProposals();
            typed.apply();
            remember();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            before.show();
            event.consume();
        }
    }

    private void fillHistory() {
        List<MenuItem> items = history.texts().stream().map(text -> {
            MenuItem item = new MenuItem(text);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> typed.text(text));
            return item;
        }).toList();
        if (items.isEmpty()) {
            MenuItem none = new MenuItem(TEXTS.get("history.none"));
            none.setDisable(true);
            items = List.of(none);
        }
        before.getItems().setAll(items);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
