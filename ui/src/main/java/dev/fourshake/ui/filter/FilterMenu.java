package dev.fourshake.ui.filter;

import dev.fourshake.model.filter.Completion;
import dev.fourshake.model.filter.Field;
import dev.fourshake.model.filter.RowSubject;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.workbench.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Filters by the values of the chosen row: only those like it, or all but those. */
public final class FilterMenu {

    private static final Texts TEXTS = Texts.of(FilterMenu.class);

    private final Supplier<Integer> chosen;
    private final Supplier<TraceSnapshot> trace;
    private final FilterBar<?> bar;

    /** @param chosen the row; null for none */
    public FilterMenu(Supplier<Integer> chosen, Supplier<TraceSnapshot> trace, FilterBar<?> bar) {
        this.chosen = chosen;
        this.trace = trace;
        this.bar = bar;
    }

    public ContextMenu menu() {
        ContextMenu menu = new ContextMenu(new MenuItem());
        menu.setOnShowing(_ -> menu.getItems().setAll(items()));
        return menu;
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        Menu without = new Menu(TEXTS.get("menu.without"));
        for (String condition : conditions()) {
            items.add(item(condition, condition));
            without.getItems().add(item(condition, "not " + condition));
        }
        if (items.isEmpty()) {
            MenuItem none = new MenuItem(TEXTS.get("menu.none"));
            none.setDisable(true);
            return List.of(none);
        }
        items.getFirst().setGraphic(new FontIcon(Feather.FILTER));
        items.add(new SeparatorMenuItem());
        items.add(without);
        return items;
    }

    private MenuItem item(String label, String condition) {
        MenuItem item = new MenuItem(TEXTS.get("menu.only", label));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> bar.and(condition));
        return item;
    }

    private List<String> conditions() {
        Integer row = chosen.get();
        if (row == null || row >= trace.get().rowCount()) {
            return List.of();
        }
        RowSubject subject = new RowSubject(trace.get()).at(row);
        List<String> conditions = new ArrayList<>();
        add(conditions, Field.CLIENT, subject.clientId());
        add(conditions, Field.TOPIC, subject.topic());
        add(conditions, Field.TYPE, subject.type() == null ? "" : subject.type().name());
        add(conditions, Field.ID, subject.packetId() == 0 ? "" : Integer.toString(subject.packetId()));
        add(conditions, Field.LINK, Integer.toString(subject.link()));
        return conditions;
    }

    private static void add(List<String> conditions, Field field, String value) {
        if (!value.isEmpty()) {
            conditions.add(field.code() + " = " + Completion.word(value));
        }
    }
}
