package dev.fourshake.ui.workbench.dock;

import dev.fourshake.ui.workbench.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import software.coley.bentofx.control.HeaderPane;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/** The tabs of a group and, at their right or else below them, the toolbar of the view that is selected. */
final class ViewHeaderPane extends HeaderPane {

    private static final Texts TEXT = Texts.ofWorkbench();

    private final DockArea area;
    private final HBox toolbar = new HBox();
    private final HBox inTabRow = new HBox();
    private final HBox below = new HBox();

    ViewHeaderPane(DockArea area, DockContainerLeaf leaf) {
        super(leaf);
        this.area = area;
        toolbar.getStyleClass().add("view-toolbar");
        inTabRow.getStyleClass().add("view-toolbar-in-tabs");
        below.getStyleClass().add("view-toolbar-below");
        BorderPane tabRow = (BorderPane) getTop();
        Node listButton = tabRow.getRight();
        tabRow.setRight(new HBox(inTabRow, listButton));
        setTop(new VBox(tabRow, below));
        // A view has its toolbar only when it has its content.
        leaf.selectedDockableProperty().flatMap(Dockable::nodeProperty).subscribe(_ -> showToolbar());
        leaf.getDockables().subscribe(this::placeToolbar);
        widthProperty().subscribe(_ -> placeToolbar());
    }

    private void showToolbar() {
        Dockable selected = getContainer().getSelectedDockable();
        toolbar.getChildren().clear();
        if (selected != null && area.host(selected) instanceof ViewHost view) {
            view.toolbar().forEach(ViewHeaderPane::dress);
            toolbar.getChildren().addAll(view.toolbar());
            if (!view.menu().isEmpty()) {
                toolbar.getChildren().add(menu(view));
            }
        }
        placeToolbar();
    }

    /** Buttons that are nothing but an icon all look the same, whoever made them. */
    private static void dress(Node node) {
        boolean button = node instanceof Button || node instanceof ToggleButton;
        if (button && (((Labeled) node).getText() == null || ((Labeled) node).getText().isEmpty())) {
            node.getStyleClass().remove("flat");
            if (!node.getStyleClass().contains("command-button")) {
                node.getStyleClass().add("command-button");
            }
        }
    }

    private static MenuButton menu(ViewHost view) {
        MenuButton button = new MenuButton("", new FontIcon(Feather.MORE_VERTICAL));
        button.getItems().setAll(view.menu());
        button.getStyleClass().add("view-menu");
        button.setAccessibleText(TEXT.get("view.menu", view.descriptor().title()));
        button.setTooltip(new Tooltip(TEXT.get("view.menu.tip")));
        return button;
    }

    private void placeToolbar() {
        boolean empty = toolbar.getChildren().isEmpty();
        boolean fits = getHeaders() == null
                || tabsWidth() + toolbar.prefWidth(-1) <= getWidth();
        HBox wanted = fits ? inTabRow : below;
        for (HBox row : List.of(inTabRow, below)) {
            boolean use = row == wanted && !empty;
            if (use && !row.getChildren().contains(toolbar)) {
                inTabRow.getChildren().clear();
                below.getChildren().clear();
                row.getChildren().add(toolbar);
            }
            row.setVisible(use);
            row.setManaged(use);
        }
    }

    private double tabsWidth() {
        return getHeaders().getChildren().stream().mapToDouble(tab -> tab.prefWidth(-1)).sum();
    }

}
