package dev.fourshake.ui.view.packet;

import dev.fourshake.ui.filter.PacketFilters;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.CommandControls;
import dev.fourshake.ui.workbench.command.Commands;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/**
 * Filters diagram and list by the value of the chosen field: only packets like this one, or all but those. Where the
 * language has no word for the field, the menu says so.
 */
final class FieldMenu {

    private static final Texts TEXTS = Texts.of(FieldMenu.class);
    static final Command ONLY = Command.of("packet.filterBy", TEXTS.get("filter.by"))
            .hint(TEXTS.get("filter.by.hint")).icon(Feather.FILTER).key("Shortcut+Shift+F");
    static final Command WITHOUT = Command.of("packet.filterOut", TEXTS.get("filter.out"))
            .hint(TEXTS.get("filter.out.hint")).key("Shortcut+Shift+O");
    private static final int LONGEST = 60;

    private final ContextMenu menu = new ContextMenu();
    private final MenuItem only;
    private final MenuItem without;
    private final MenuItem condition = new MenuItem();
    private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper("");

    FieldMenu(ViewSite site, PacketFilters filters) {
        ObservableValue<Boolean> can = chosen.map(text -> !text.isEmpty());
        site.handle(ONLY, Handler.of(() -> filters.and(chosen.get()), can));
        site.handle(WITHOUT, Handler.of(() -> filters.and("not " + chosen.get()), can));
        Commands commands = site.workbench().commands();
        only = CommandControls.menuItem(commands, ONLY);
        without = CommandControls.menuItem(commands, WITHOUT);
        condition.setDisable(true);
        condition.setId("packet-filter-condition");
        condition.setMnemonicParsing(false);
        menu.getItems().addAll(condition, new SeparatorMenuItem(), only, without);
        choose("", Optional.empty());
    }

    ContextMenu menu() {
        return menu;
    }

    /**
     * Another field is chosen.
     *
     * @param field as it is called; empty for none
     * @param found the filter for its value; empty where there is no word for it
     */
    void choose(String field, Optional<String> found) {
        chosen.set(found.orElse(""));
        condition.setText(found.map(FieldMenu::shortened)
                .orElseGet(() -> field.isEmpty() ? TEXTS.get("filter.none") : TEXTS.get("filter.noWord", field)));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
