package dev.fourshake.ui.hold;

import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.ui.workbench.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Where Hold stops: packet types, directions, and whose packets. Made anew each time it opens. */
final class HoldMenu {

    private static final Texts TEXTS = Texts.of(HoldMenu.class);

    private final Holding holding;

    HoldMenu(Holding holding) {
        this.holding = holding;
    }

    List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        items.add(preset("menu.delivery", HoldSettings.DELIVERY));
        items.add(preset("menu.all", HoldSettings.ALL));
        items.add(new SeparatorMenuItem());
        HoldSettings settings = holding.settings();
        for (PacketType type : PacketTypes.ORDER) {
            items.add(check(type.name(), settings.types().contains(type),
                    () -> holding.settings(holding.settings().toggle(type))));
        }
        items.add(new SeparatorMenuItem());
        for (Direction direction : Direction.values()) {
            items.add(check(TEXTS.get("menu." + direction.name()), settings.directions().contains(direction),
                    () -> holding.settings(holding.settings().toggle(direction))));
        }
        items.add(new SeparatorMenuItem());
        for (Scope scope : holding.scopes()) {
            items.add(radio(scope, settings.scope().equals(scope)));
        }
        return items;
    }

    private MenuItem preset(String key, Set<PacketType> types) {
        MenuItem item = new MenuItem(TEXTS.get(key));
        item.setOnAction(_ -> holding.settings(holding.settings().types(types)));
        return item;
    }

    private static MenuItem check(String text, boolean on, Runnable toggle) {
        CheckMenuItem item = new CheckMenuItem(text);
        item.setSelected(on);
        item.setOnAction(_ -> toggle.run());
        return item;
    }

    private MenuItem radio(Scope scope, boolean on) {
        String name = holding.name(scope);
        RadioMenuItem item = new RadioMenuItem(name.isEmpty() ? TEXTS.get("menu.everybody")
                : TEXTS.get("menu.only", name));
        item.setMnemonicParsing(false);
        item.setSelected(on);
        item.setOnAction(_ -> holding.settings(holding.settings().scope(scope)));
        return item;
    }
}
