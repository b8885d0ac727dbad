package dev.fourshake.ui.hold;

import dev.fourshake.model.wire.PacketType;
import dev.fourshake.ui.workbench.Texts;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Check boxes for the packet types that can be held, and the sets of them that are wanted most. */
public final class PacketTypes {

    /** Those that can be held, the packets of a message first. */
    static final List<PacketType> ORDER = List.of(PacketType.PUBLISH, PacketType.PUBACK, PacketType.PUBREC,
            PacketType.PUBREL, PacketType.PUBCOMP, PacketType.CONNECT, PacketType.CONNACK, PacketType.SUBSCRIBE,
            PacketType.SUBACK, PacketType.UNSUBSCRIBE, PacketType.UNSUBACK, PacketType.DISCONNECT, PacketType.AUTH);

    private static final Texts TEXTS = Texts.of(PacketTypes.class);
    private static final int COLUMNS = 4;

    private final Map<PacketType, CheckBox> boxes = new EnumMap<>(PacketType.class);
    private final VBox node;

    PacketTypes(Set<PacketType> chosen) {
        GridPane grid = new GridPane(14, 6);
        for (int i = 0; i < ORDER.size(); i++) {
            CheckBox box = new CheckBox(ORDER.get(i).name());
            box.setId("breakpoint-" + ORDER.get(i).name());
            box.setMnemonicParsing(false);
            boxes.put(ORDER.get(i), box);
            grid.add(box, i % COLUMNS, i / COLUMNS);
        }
        choose(chosen);
        node = new VBox(6, grid, new FlowPane(10, 2, preset("menu.delivery", HoldSettings.DELIVERY),
                preset("menu.all", HoldSettings.ALL), preset("menu.none", Set.of())));
    }

    private Hyperlink preset(String key, Set<PacketType> types) {
        Hyperlink link = new Hyperlink(TEXTS.get(key));
        link.setOnAction(_ -> choose(types));
        return link;
    }

    private void choose(Set<PacketType> types) {
        boxes.forEach((type, box) -> box.setSelected(types.contains(type)));
    }

    Node node() {
        return node;
    }

    Set<PacketType> chosen() {
        Set<PacketType> chosen = EnumSet.noneOf(PacketType.class);
        boxes.forEach((type, box) -> {
            if (box.isSelected()) {
                chosen.add(type);
            }
        });
        return chosen;
    }

    /** In a line, in their order. */
    public static String text(Set<PacketType> types) {
        if (types.equals(HoldSettings.DELIVERY)) {
            return TEXTS.get("types.delivery");
        }
        return types.equals(HoldSettings.ALL) ? TEXTS.get("types.all")
                : String.join(", ", ORDER.stream().filter(types::contains).map(PacketType::name).toList());
    }
}
