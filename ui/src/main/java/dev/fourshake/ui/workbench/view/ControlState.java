package dev.fourshake.ui.workbench.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.collections.ObservableList;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumnBase;

/** Keeps in a {@link Memento} what the user did to columns and dividers. */
public final class ControlState {

    private ControlState() {
    }

    /** Writes order, widths and visibility of columns; each needs an {@linkplain TableColumnBase#getId() id}. */
    public static void saveColumns(Memento memento, String key, List<? extends TableColumnBase<?, ?>> columns) {
        memento.put(key + ".order", columns.stream().map(TableColumnBase::getId).collect(Collectors.joining(" ")));
        for (TableColumnBase<?, ?> column : columns) {
            memento.put(key + "." + column.getId() + ".width", column.getWidth());
            memento.put(key + "." + column.getId() + ".visible", column.isVisible());
        }
    }

    /** Takes up what was saved; columns that were unknown then keep their place after those that were known. */
    public static <C extends TableColumnBase<?, ?>> void restoreColumns(Memento memento, String key,
                                                                        ObservableList<C> columns) {
        List<String> order = Arrays.asList(memento.text(key + ".order").orElse("").split(" "));
        List<C> sorted = new ArrayList<>(columns);
        sorted.sort(Comparator.comparingInt(column ->
                order.contains(column.getId()) ? order.indexOf(column.getId()) : Integer.MAX_VALUE));
        columns.setAll(sorted);
        for (C column : columns) {
            column.setPrefWidth(memento.number(key + "." + column.getId() + ".width", column.getPrefWidth()));
            column.setVisible(memento.flag(key + "." + column.getId() + ".visible", column.isVisible()));
        }
    }

    public static void saveDividers(Memento memento, String key, SplitPane pane) {
        memento.put(key, DoubleStream.of(pane.getDividerPositions()).mapToObj(Double::toString)
                .collect(Collectors.joining(" ")));
    }

    public static void restoreDividers(Memento memento, String key, SplitPane pane) {
        String[] saved = memento.text(key).orElse("").split(" ");
        if (saved.length == pane.getDividers().size()) {
            try {
                pane.setDividerPositions(Arrays.stream(saved).mapToDouble(Double::parseDouble).toArray());
            } catch (NumberFormatException _) {
                // Not ours: the dividers stay where they are.
            }
        }
    }
}
