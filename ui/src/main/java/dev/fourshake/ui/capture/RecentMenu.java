package dev.fourshake.ui.capture;

import dev.fourshake.app.workspace.CaptureFiles;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.frame.Phase;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/** The files that were opened last, to be opened again. */
final class RecentMenu {

    private static final Texts TEXTS = Texts.of(RecentMenu.class);

    private final Workspace workspace;
    private final CaptureOpening opening;
    private final Menu menu = new Menu(TEXTS.get("menu.recent"));
    private List<Path> files = List.of();

    RecentMenu(Workbench workbench, Workspace workspace, CaptureOpening opening) {
        this.workspace = workspace;
        this.opening = opening;
        menu.setId("file.recent");
        menu.setDisable(true);
        workspace.onChange(workbench.pulse()::arm);
        workbench.pulse().on(Phase.UPDATE, this::update);
    }

    Menu menu() {
        return menu;
    }

    private void update() {
        List<Path> next = workspace.recent().all();
        if (!next.equals(files)) {
            files = next;
            menu.getItems().setAll(next.stream().map(this::item).toList());
            menu.setDisable(next.isEmpty());
        }
    }

    private MenuItem item(Path file) {
        boolean own = workspace.catalogue().directory().equals(file.getParent());
        MenuItem item = new MenuItem(own ? CaptureFiles.nameOf(file)
                : TEXTS.get("recent.elsewhere", CaptureFiles.nameOf(file), String.valueOf(file.getParent())));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> opening.open(file));
        return item;
    }
}
