package dev.fourshake.ui.view.sequence;

import dev.fourshake.model.diagram.paint.Palette;
import dev.fourshake.ui.diagram.DiagramPicture;
import dev.fourshake.ui.diagram.Extract;
import dev.fourshake.ui.diagram.SequenceCanvas;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.message.Message;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import javafx.scene.image.WritableImage;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/** Exports what the diagram shows into files, in the background. */
final class DiagramFiles {

    private static final Texts TEXTS = Texts.of(DiagramFiles.class);
    /** Twice as many pixels as on a plain screen: sharp in a report. */
    private static final double PICTURE_SCALE = 2;

    /** Writes a file. */
    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private final SequenceCanvas canvas;
    private final Workbench workbench;
    private Path folder;

    DiagramFiles(SequenceCanvas canvas, Workbench workbench) {
        this.canvas = canvas;
        this.workbench = workbench;
    }

    void exportSvg() {
        Extract extract = canvas.whole();
        Palette palette = canvas.paletteProperty().get();
        choose("svg").ifPresent(file -> save(file, out ->
                out.write(extract.svg(palette, canvas.wording()).getBytes(StandardCharsets.UTF_8))));
    }

    /** @throws IllegalArgumentException with a sentence for the user, if there are too many rows */
    void exportPng() {
        WritableImage picture = canvas.whole().picture(canvas.paletteProperty().get(), canvas.wording(),
                PICTURE_SCALE);
        choose("png").ifPresent(file -> save(file, out -> DiagramPicture.writePng(picture, out)));
    }

    void exportText() {
        Extract extract = canvas.whole();
        choose("txt").ifPresent(file -> save(file, out -> out.write(extract.text().getBytes(StandardCharsets.UTF_8))));
    }

    private Optional<Path> choose(String extension) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("export.title"));
        chooser.setInitialFileName(TEXTS.get("export.name") + "." + extension);
        chooser.getExtensionFilters().add(new ExtensionFilter(TEXTS.get("export.type." + extension), "*." + extension));
        if (folder != null && Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        Optional<Path> chosen = Optional.ofNullable(chooser.showSaveDialog(canvas.getScene().getWindow()))
                .map(File::toPath);
        chosen.ifPresent(file -> folder = file.getParent());
        return chosen;
    }

    /** A file that could not be written whole is not left behind. */
    private void save(Path file, Content content) {
        workbench.jobs().start(TEXTS.get("export.job", file.getFileName()), _ -> {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                    content.write(out);
                }
                return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        }).onDone(done -> workbench.messages().show(Message.info(TEXTS.get("export.done", done))));
    }
}
