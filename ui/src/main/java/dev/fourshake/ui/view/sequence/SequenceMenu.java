package dev.fourshake.ui.view.sequence;

import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.diagram.DiagramClipboard;
import dev.fourshake.ui.diagram.Extract;
import dev.fourshake.ui.diagram.SequenceCanvas;
import dev.fourshake.ui.hold.HeldCommands;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.message.Message;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The menus of the Sequence view. What is copied is the selected exchange, or what is in sight if none is selected;
 * what is exported is all that the diagram shows.
 */
final class SequenceMenu {

    private static final Texts TEXTS = Texts.of(SequenceMenu.class);

    private final SequenceCanvas canvas;
    private final Workbench workbench;
    private final SequenceView view;
    private final DiagramFiles files;
    private final ContextMenu menu = new ContextMenu();

    SequenceMenu(SequenceCanvas canvas, Workbench workbench, SequenceView view) {
        this.canvas = canvas;
        this.workbench = workbench;
        this.view = view;
        this.files = new DiagramFiles(canvas, workbench);
        menu.setId("sequence-menu");
        HeldCommands.install(menu, workbench.commands(), this::isHeldChosen);
    }

    /** Shows the menu of the selected row. */
    void show(double screenX, double screenY) {
        MenuItem packets = item("packets", Feather.LIST, view::showPackets);
        MenuItem exchange = item("only.exchange", Feather.FILTER, () -> view.show(
                ShowOnly.ofExchange(canvas.selectedExchange(), view.only().pings())));
        MenuItem message = item("only.message", Feather.SHARE_2, () -> view.show(
                ShowOnly.ofMessage(publisher(), view.only().pings())));
        MenuItem session = item("only.session", Feather.USER, () -> view.show(
                ShowOnly.ofSession(session(), view.only().pings())));
        MenuItem all = item("only.clear", Feather.X, () -> view.show(view.only().clear()));
        packets.setDisable(canvas.selectedRowProperty().get() < 0);
        exchange.setDisable(canvas.selectedExchange() < 0);
        message.setDisable(publisher() < 0);
        session.setDisable(session() < 0);
        all.setDisable(!view.only().isNarrow());
        menu.getItems().setAll(packets, exchange, message, session, all, new SeparatorMenuItem());
        menu.getItems().addAll(copyItems());
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(exportItems());
        menu.show(canvas, screenX, screenY);
    }

    /** The items of the view's own menu. */
    List<MenuItem> viewItems() {
        List<MenuItem> items = new ArrayList<>(copyItems());
        items.add(new SeparatorMenuItem());
        items.addAll(exportItems());
        return items;
    }

    private List<MenuItem> copyItems() {
        return List.of(item("copy.text", Feather.COPY, this::copyText),
                item("copy.svg", Feather.COPY, () -> orSay(() -> DiagramClipboard.copySvg(part(),
                        canvas.paletteProperty().get(), canvas.wording()))),
                item("copy.picture", Feather.IMAGE, () -> orSay(() -> DiagramClipboard.copyPicture(part(),
                        canvas.paletteProperty().get(), canvas.wording()))));
    }

    private List<MenuItem> exportItems() {
        return List.of(item("export.svg", Feather.SAVE, files::exportSvg),
                item("export.png", Feather.SAVE, () -> orSay(files::exportPng)),
                item("export.text", Feather.SAVE, files::exportText));
    }

    void copyText() {
        DiagramClipboard.copyText(part());
    }

    private Extract part() {
        return canvas.inExchange().orElseGet(canvas::inSight);
    }

    private boolean isHeldChosen() {
        return view.trace().heldRows().contains(canvas.selectedRowProperty().get());
    }

    private int session() {
        int row = canvas.selectedRowProperty().get();
        TraceSnapshot trace = view.trace();
        return row < 0 || row >= trace.rowCount() ? -1 : trace.session(row);
    }

    /** Exchange by which the message of the selected one was published; -1 where that is not known. */
    private int publisher() {
        int exchange = canvas.selectedExchange();
        return exchange < 0 || exchange >= view.trace().exchangeCount() ? -1 : view.trace().publisherOf(exchange);
    }

    /** What is refused says why in a sentence. */
    private void orSay(Runnable action) {
        try {
            action.run();
        } catch (IllegalArgumentException refusal) {
            workbench.messages().show(Message.warning(refusal.getMessage()));
        }
    }

    private static MenuItem item(String key, Feather icon, Runnable action) {
        MenuItem item = new MenuItem(TEXTS.get(key), new FontIcon(icon));
        item.setId("sequence-" + key.replace('.', '-'));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
