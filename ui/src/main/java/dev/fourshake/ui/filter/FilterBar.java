package dev.fourshake.ui.filter;

import dev.fourshake.model.filter.Completion;
import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.filter.Mistake;
import dev.fourshake.model.filter.Proposal;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.view.Memento;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
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
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Where a filter is typed: with proposals, the filters that were used before, a sentence with its place for what is none,
 * and how many of how many it lets pass. It is hidden until it is asked for. For the JavaFX thread.
 */
public final class FilterBar {

    private static final Texts TEXTS = Texts.of(FilterBar.class);
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("fs-wrong");
    private static final Duration PAUSE = Duration.millis(250);

    private final Supplier<TraceSnapshot> trace;
    private final ReadOnlyObjectWrapper<Filter> filter = new ReadOnlyObjectWrapper<>(Filter.ALL);
    private final FilterHistory history = new FilterHistory();
    private final TextField field = new TextField();
    private final MenuButton before = new MenuButton();
    private final Label count = new Label();
    private final Label mistake = new Label();
    private final Button clear = new Button(null, new FontIcon(Feather.X));
    private final ToggleButton toggle = new ToggleButton(null, new FontIcon(Feather.FILTER));
    private final VBox bar;
    private final CompletionPopup popup;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private boolean proposing = true;

    /** @param trace that is filtered, for its values to be proposed */
    public FilterBar(Supplier<TraceSnapshot> trace) {
        this.trace = trace;
        field.setPromptText(TEXTS.get("prompt"));
        field.setAccessibleText(TEXTS.get("field"));
        field.getStyleClass().add("fs-filter-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        popup = new CompletionPopup(field, this::take);
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
        help.setOnAction(_ -> FilterHelp.show(help));
        count.getStyleClass().add("fs-filter-count");
        count.setMinWidth(Label.USE_PREF_SIZE);
        mistake.getStyleClass().add("fs-mistake");
        mistake.setWrapText(true);
        show(mistake, false);
        HBox line = new HBox(4, field, count, before, help, clear);
        line.setAlignment(Pos.CENTER_LEFT);
        bar = new VBox(2, line, mistake);
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
        field.textProperty().subscribe(_ -> typed());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                popup.hide();
                history.add(filter.get().text());
            }
        });
        pause.setOnFinished(_ -> apply());
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
    public ReadOnlyObjectProperty<Filter> filterProperty() {
        return filter.getReadOnlyProperty();
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
        history.add(filter.get().text());
        field.clear();
        apply();
        popup.hide();
        toggle.setSelected(false);
        show(bar, false);
        bar.requestFocus();
    }

    /** Adds a condition to what is typed already. */
    public void and(String condition) {
        toggle.setSelected(true);
        show(bar, true);
        String text = field.getText().isBlank() ? condition : enclosed(field.getText().strip()) + " and " + condition;
        proposing = false;
        field.setText(text);
        field.end();
        proposing = true;
        apply();
        history.add(text);
    }

    private static String enclosed(String text) {
        return text.matches("(?i).*\\bor\\b.*|.*\\|\\|.*") ? "(" + text + ")" : text;
    }

    /** How many of how many it lets pass. */
    public void count(int shown, int total) {
        count.setText(filter.get().isAll() ? "" : TEXTS.get("count", shown, total));
    }

    public void saveState(Memento memento) {
        history.save(memento);
    }

    public void restoreState(Memento memento) {
        history.restore(memento);
    }

    // ------------------------------------------------------------------ within

    private void typed() {
        pause.playFromStart();
        if (proposing && field.isFocused()) {
            propose();
        }
    }

    private void propose() {
        popup.show(Completion.at(field.getText(), Math.min(field.getCaretPosition() + 1, field.getLength()),
                new TraceVocabulary(trace.get())));
    }

    private void apply() {
        pause.stop();
        switch (Filter.parse(field.getText(), ZoneId.systemDefault())) {
            case Filter.Good(Filter good) -> {
                say(null);
                if (!good.text().equals(filter.get().text())) {
                    filter.set(good);
                }
            }
            // While proposals are shown the word is still being typed.
            case Filter.Bad(Mistake wrong) -> say(popup.isShowing() ? null : wrong);
        }
    }

    /** A sentence, with the wrong piece before it; what was right before is still shown. */
    private void say(Mistake wrong) {
        show(mistake, wrong != null);
        field.pseudoClassStateChanged(WRONG, wrong != null);
        if (wrong != null) {
            String piece = field.getText().substring(wrong.at(), wrong.at() + wrong.length());
            mistake.setText(piece.isEmpty() ? wrong.message().text()
                    : TEXTS.get("mistake", piece, wrong.at() + 1, wrong.message().text()));
        }
    }

    private void key(KeyEvent event) {
        if (popup.isShowing() && popup.move(event)) {
            event.consume();
            return;
        }
        Proposal chosen = popup.isShowing() ? popup.chosen() : null;
        if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
            popup.show(Completion.at(field.getText(), field.getCaretPosition(), new TraceVocabulary(trace.get())));
            event.consume();
        } else if (chosen != null && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.TAB)) {
            take(chosen);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            popup.hide();
            apply();
            history.add(filter.get().text());
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            if (popup.isShowing()) {
                popup.hide();
            } else {
                close();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            before.show();
            event.consume();
        }
    }

    private void take(Proposal proposal) {
        proposing = false;
        field.setText(proposal.applyTo(field.getText()));
        field.positionCaret(proposal.caret());
        proposing = true;
        popup.hide();
        pause.playFromStart();
    }

    private void fillHistory() {
        List<MenuItem> items = history.texts().stream().map(text -> {
            MenuItem item = new MenuItem(text);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> {
                proposing = false;
                field.setText(text);
                field.end();
                proposing = true;
                apply();
            });
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
