package dev.fourshake.ui.view.packet;

import dev.fourshake.model.dissect.Defect;
import dev.fourshake.model.dissect.Dissection;
import dev.fourshake.model.dissect.Field;
import dev.fourshake.model.filter.FieldCondition;
import dev.fourshake.model.filter.RowSubject;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.trace.LatestQuery;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.StandardCommands;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.view.Memento;
import dev.fourshake.ui.workbench.view.ViewPart;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeItem;
import javafx.scene.layout.BorderPane;

/**
 * The Packet view: the field tree beside the bytes. Choosing a field marks its bytes, choosing bytes marks the field
 * that they belong to; both are the window's selection.
 */
public final class PacketView implements ViewPart {

    public static final String ID = "packet";
    /** What only this view does. */
    public static final List<Command> OWN = List.of(FieldMenu.ONLY, FieldMenu.WITHOUT);

    /** The bytes are seen whole, eight in a line, in a window of 1280 pixels. */
    private static final double DIVIDER = 0.405;
    private static final Texts TEXTS = Texts.of(PacketView.class);

    /** What was asked of the model for one row. */
    private record Shown(TraceSnapshot trace, int row, Bytes bytes, Optional<Dissection> dissection) {
        static final Shown NOTHING = new Shown(TraceSnapshot.EMPTY, -1, Bytes.EMPTY, Optional.empty());
    }

    private final ViewContext context;
    private final LatestQuery<Shown> query = new LatestQuery<>("packet-view");
    private final FieldTree tree = new FieldTree(this::chooseField);
    private final FieldMenu menu;
    private final HexPane hex;
    private final Label defects = new Label();
    private final SplitPane split = new SplitPane();
    private final BorderPane content = new BorderPane(split);
    private Shown shown = Shown.NOTHING;

    public PacketView(ViewSite site, ViewContext context) {
        this.context = context;
        hex = new HexPane(site.workbench().themes().colorsProperty());
        hex.setAccessibleText(TEXTS.get("bytes"));
        hex.onChoose(this::chooseBytes);
        menu = new FieldMenu(site, context.filters());
        tree.setContextMenu(menu.menu());
        tree.getSelectionModel().selectedItemProperty().subscribe(this::offer);
        split.getItems().addAll(tree, hex);
        split.setDividerPositions(DIVIDER);
        defects.getStyleClass().add("fs-defects");
        defects.setWrapText(true);
        defects.setMaxWidth(Double.MAX_VALUE);
        site.handle(StandardCommands.COPY, Handler.of(hex::copy));
        context.selection().listen(this, this::reveal);
        context.shown().sourceProperty().subscribe(_ -> show(Shown.NOTHING));
    }

    private void reveal(Selection selection) {
        if (selection == null || selection.rowChosen().isEmpty()) {
            return;
        }
        int row = selection.rowChosen().getAsInt();
        TraceSnapshot trace = context.shown().snapshot();
        if (row == shown.row()) {
            markChosen(selection);
        } else if (row < trace.rowCount()) {
            // A packet that was let go is the one that was held.
            int packet = trace.heldAt(row) < 0 ? row : trace.heldAt(row);
            query.ask(() -> new Shown(trace, row, trace.raw(packet), trace.dissect(packet)), answer -> {
                show(answer);
                markChosen(context.selection().get());
            });
        }
    }

    private void show(Shown next) {
        shown = next;
        tree.show(next.dissection().map(Dissection::fields).orElse(List.of()));
        hex.show(next.bytes());
        String wrong = next.dissection().map(d -> d.decoded().defects()).orElse(List.of()).stream()
                .map(PacketView::sentence).collect(Collectors.joining("\n"));
        defects.setText(wrong);
        content.setTop(wrong.isEmpty() ? null : defects);
    }

    private static String sentence(Defect defect) {
        return TEXTS.get("defect", defect.rule(), defect.message().text());
    }

    private void markChosen(Selection selection) {
        if (selection instanceof Selection.ByteRange(int row, int offset, int length) && row == shown.row()) {
            hex.mark(offset, length);
            tree.reveal(offset, length);
        }
    }

    private void chooseField(Field field) {
        hex.mark(field.offset(), field.length());
        context.selection().select(new Selection.ByteRange(shown.row(), field.offset(), field.length()), this);
    }

    /** Says in the menu what can be filtered by. */
    private void offer(TreeItem<Field> item) {
        if (item == null || item.getValue() == null || shown.row() < 0) {
            menu.choose("", Optional.empty());
            return;
        }
        Field field = FieldTree.ofText(item).getValue();
        RowSubject packet = new RowSubject(shown.trace()).at(shown.row());
        menu.choose(field.name(), FieldCondition.of(packet, field, shown.bytes()));
    }

    private void chooseBytes(int offset, int length) {
        hex.mark(offset, length);
        tree.reveal(offset, length);
        context.selection().select(new Selection.ByteRange(shown.row(), offset, length), this);
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void focus() {
        tree.requestFocus();
    }

    @Override
    public void saveState(Memento memento) {
        memento.put("divider", split.getDividerPositions()[0]);
        tree.getColumns().forEach(column -> memento.put("width." + column.getId(), column.getWidth()));
    }

    @Override
    public void restoreState(Memento memento) {
        split.setDividerPositions(memento.number("divider", DIVIDER));
        tree.getColumns().forEach(column ->
                column.setPrefWidth(memento.number("width." + column.getId(), column.getPrefWidth())));
    }

    @Override
    public void dispose() {
        query.close();
    }
}
