package dev.fourshake.ui.workbench;

import dev.fourshake.app.data.UserData;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.CommandControls;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.command.MainMenu.Title;
import dev.fourshake.ui.workbench.layout.Dock;
import dev.fourshake.ui.workbench.layout.Layout;
import dev.fourshake.ui.workbench.layout.Perspective;
import dev.fourshake.ui.workbench.view.Area;
import dev.fourshake.ui.workbench.view.Memento;
import dev.fourshake.ui.workbench.view.ViewDescriptor;
import dev.fourshake.ui.workbench.view.ViewPart;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Views to try the workbench with: a tree, tables and texts that remember something. */
final class TestViews {

    static final Command HOLD = Command.of("run.hold", "Hold").icon(Feather.PAUSE).key("F8")
            .hint("Stops the next packet of the chosen types.").check();
    static final Command STEP = Command.of("run.step", "Step").icon(Feather.SKIP_FORWARD).key("F9");

    static final Command FAIL = Command.of("run.fail", "Fail");
    static final Command WORK = Command.of("run.work", "Work");

    /** The text views of the workbench that was made last. */
    static final Map<String, TextPart> parts = new HashMap<>();

    private TestViews() {
    }

    static Workbench workbench(UserData data) {
        Workbench workbench = new Workbench(data);
        add(workbench, "connections", "Connections", Feather.SHARE_2, Area.LEFT, new TreePart());
        add(workbench, "captures", "Captures", Feather.ARCHIVE, Area.LEFT, new TextPart("captures"));
        add(workbench, "sequence", "Sequence", Feather.ACTIVITY, Area.CENTER, new TextPart("sequence"));
        add(workbench, "packets", "Packets", Feather.LIST, Area.CENTER, new TablePart());
        add(workbench, "packet", "Packet", Feather.PACKAGE, Area.RIGHT, new TextPart("packet"));
        add(workbench, "exchange", "Exchange", Feather.REPEAT, Area.RIGHT, new TextPart("exchange"));
        add(workbench, "problems", "Problems", Feather.ALERT_TRIANGLE, Area.BOTTOM, new TextPart("problems"));
        add(workbench, "publish", "Publish", Feather.SEND, Area.BOTTOM, new TextPart("publish"));
        workbench.add(new Perspective("trace", "Trace", Feather.ACTIVITY, Layout.of(
                Dock.beside(0.2, Dock.tabs("connections", "captures"),
                        Dock.above(0.7,
                                Dock.beside(0.65, Dock.tabs("sequence", "packets"),
                                        Dock.above(0.5, Dock.tabs("packet"), Dock.tabs("exchange"))),
                                Dock.tabs("problems"))))));
        workbench.menu().add(Title.RUN, "hold", HOLD);
        workbench.menu().add(Title.RUN, "hold", STEP);
        workbench.toolBar().add("hold", HOLD);
        workbench.toolBar().add("hold", STEP);
        BooleanProperty held = new SimpleBooleanProperty();
        workbench.commands().handle(HOLD, Handler.toggle(held));
        workbench.commands().handle(STEP, Handler.of(() -> { }, held));
        workbench.menu().add(Title.RUN, "try", FAIL);
        workbench.menu().add(Title.RUN, "try", WORK);
        workbench.commands().handle(FAIL, Handler.of(() -> {
            throw new IllegalStateException("Port 1883 on 127.0.0.1 is taken by another program. "
                    + "End that program, or let the tap listen on another port.");
        }));
        workbench.commands().handle(WORK, Handler.of(() -> work(workbench)));
        workbench.statusLine().add(new Label("1,204 packets/s"));
        workbench.statusLine().add(new Label("3 links"));
        return workbench;
    }

    /** Goes on until it is cancelled. */
    private static void work(Workbench workbench) {
        workbench.jobs().start("Opening press-4.pcapng", monitor -> {
            CountDownLatch cancelled = new CountDownLatch(1);
            monitor.onCancel(cancelled::countDown);
            monitor.message("412,000 packets");
            monitor.progress(0.4);
            cancelled.await();
            return null;
        });
    }

    static void add(Workbench workbench, String id, String title, Ikon icon, Area area, ViewPart part) {
        workbench.views().add(new ViewDescriptor(id, title, icon, area, site -> {
            if (part instanceof Part base) {
                base.site = site;
            }
            return part;
        }));
    }

    abstract static class Part implements ViewPart {
        final List<String> calls = new ArrayList<>();
        ViewSite site;

        @Override
        public void shown() {
            calls.add("shown");
        }

        @Override
        public void hidden() {
            calls.add("hidden");
        }

        @Override
        public void dispose() {
            calls.add("dispose");
        }
    }

    static final class TextPart extends Part {
        final TextArea text = new TextArea();

        TextPart(String id) {
            parts.put(id, this);
            text.setId(id + "-text");
            text.setPromptText("Nothing yet");
        }

        @Override
        public Node content() {
            calls.add("content");
            return text;
        }

        @Override
        public void focus() {
            text.requestFocus();
        }

        @Override
        public void saveState(Memento memento) {
            memento.put("text", text.getText());
        }

        @Override
        public void restoreState(Memento memento) {
            text.setText(memento.text("text").orElse(""));
        }
    }

    static final class TreePart extends Part {
        private final TreeView<String> tree = new TreeView<>();

        @Override
        public Node content() {
            TreeItem<String> root = new TreeItem<>("Broker on 127.0.0.1:1883");
            root.setExpanded(true);
            for (String device : List.of("press-4", "oven-1", "conveyor-2")) {
                TreeItem<String> item = new TreeItem<>(device);
                item.getChildren().add(new TreeItem<>("Session, expires in 3600 s"));
                root.getChildren().add(item);
            }
            tree.setRoot(root);
            return tree;
        }
    }

    static final class TablePart extends Part {
        private final TableView<Integer> table = new TableView<>();

        @Override
        public Node content() {
            for (String name : List.of("No.", "Time", "Direction", "Type", "Topic")) {
                TableColumn<Integer, String> column = new TableColumn<>(name);
                column.setId(name);
                column.setCellValueFactory(row -> new ReadOnlyStringWrapper(switch (name) {
                    case "No." -> row.getValue().toString();
                    case "Type" -> "PUBLISH";
                    case "Direction" -> "press-4 → broker";
                    case "Topic" -> "plant/press-4/temperature";
                    default -> "0.0%05d".formatted(row.getValue());
                }));
                table.getColumns().add(column);
            }
            table.getItems().setAll(IntStream.range(0, 500).boxed().toList());
            return table;
        }

        @Override
        public List<Node> toolbar() {
            Button plain = new Button(null, new FontIcon(Feather.FILTER));
            plain.setId("packets-filter");
            return List.of(plain, CommandControls.button(site.workbench().commands(), HOLD),
                    CommandControls.button(site.workbench().commands(), STEP));
        }

        @Override
        public List<MenuItem> menu() {
            return List.of(new MenuItem("Group by Client"));
        }
    }
}
