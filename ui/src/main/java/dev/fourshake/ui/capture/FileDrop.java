package dev.fourshake.ui.capture;

import dev.fourshake.app.workspace.CaptureFiles;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/**
 * Takes captures, ours and packet captures, that are dropped anywhere on a window; all else that is dragged is left to
 * the views.
 */
public final class FileDrop {

    private FileDrop() {
    }

    public static void install(Scene scene, Consumer<List<Path>> opened) {
        scene.addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (!captures(event.getDragboard()).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventFilter(DragEvent.DRAG_DROPPED, event -> {
            List<Path> files = captures(event.getDragboard());
            if (!files.isEmpty()) {
                opened.accept(files);
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private static List<Path> captures(Dragboard dragboard) {
        return dragboard.hasFiles()
                ? dragboard.getFiles().stream().map(File::toPath).filter(CaptureFiles::canBeOpened).toList()
                : List.of();
    }
}
