package dev.fourshake.ui.workbench.quick;

import dev.fourshake.ui.workbench.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;

/** A field to type into and what it finds, over the middle of a window. For the JavaFX thread. */
public final class QuickAccess {

    private static final Texts TEXT = Texts.ofWorkbench();
    private static final double WIDTH = 520;
    private static final double HEIGHT = 340;

    private final List<Supplier<? extends Stream<QuickEntry>>> providers = new ArrayList<>();
    private final TextField field = new TextField();
    private final ListView<QuickEntry> list = new ListView<>();
    private final Popup popup = new Popup();
    private final QuickSearch search = new QuickSearch();
    private List<QuickEntry> all = List.of();

    public QuickAccess() {
        field.setId("quick-access-field");
        field.setPromptText(TEXT.get("quick.prompt"));
        field.setAccessibleText(TEXT.get("quick.prompt"));
        field.textProperty().subscribe(_ -> find());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("quick-access-list");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new QuickCell());
        list.setOnMouseClicked(_ -> choose());
        list.setPrefSize(WIDTH, HEIGHT);
        VBox box = new VBox(field, list);
        box.getStyleClass().add("quick-access");
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    /** Adds things to be found; asked each time that quick access opens, so it must be quick. */
    public void add(Supplier<? extends Stream<QuickEntry>> provider) {
        providers.add(provider);
    }

    public void show(Window owner) {
        all = providers.stream().<QuickEntry>flatMap(Supplier::get).toList();
        field.clear();
        find();
        popup.show(owner, owner.getX() + (owner.getWidth() - WIDTH) / 2, owner.getY() + owner.getHeight() * 0.12);
        field.requestFocus();
    }

    private void find() {
        list.getItems().setAll(search.find(field.getText(), all));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void key(KeyEvent event) {
        int page = event.getCode() == KeyCode.PAGE_DOWN || event.getCode() == KeyCode.PAGE_UP ? 10 : 1;
        switch (event.getCode()) {
            case DOWN, PAGE_DOWN -> move(page, event);
            case UP, PAGE_UP -> move(-page, event);
            case ENTER -> {
                choose();
                event.consume();
            }
            default -> { }
        }
    }

    private void move(int step, KeyEvent event) {
        int last = list.getItems().size() - 1;
        if (last >= 0) {
            int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) step, 0, last);
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 5));
        }
        event.consume();
    }

    private void choose() {
        QuickEntry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            search.chosen(field.getText(), chosen);
            popup.hide();
            chosen.action().run();
        }
    }
}
