package dev.fourshake.ui.view.payload;

import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.message.Message;
import java.io.File;
import java.nio.channels.FileChannel;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;

/** Saves a payload's bytes, as they are, into a file that the user chooses. */
final class SavePayload {

    private static final Texts TEXTS = Texts.of(SavePayload.class);

    private final Workbench workbench;
    private final Supplier<Optional<Source>> source;

    SavePayload(Workbench workbench, Supplier<Optional<Source>> source) {
        this.workbench = workbench;
        this.source = source;
    }

    void choose() {
        source.get().ifPresent(chosen -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(TEXTS.get("save"));
            chooser.setInitialFileName(TEXTS.get("save.name", Integer.toString(chosen.row() + 1)));
            File file = chooser.showSaveDialog(workbench.window());
            if (file != null) {
                save(chosen, file.toPath());
            }
        });
    }

    /** A file that could not be written whole is not left behind. */
    private void save(Source chosen, Path file) {
        workbench.jobs().start(TEXTS.get("save.job", file.getFileName()), _ -> {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try {
                try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
                    for (ByteBuffer bytes = chosen.payload().asBuffer(); bytes.hasRemaining();) {
                        out.write(bytes);
                    }
                }
                return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        }).onDone(done -> workbench.messages().show(Message.info(TEXTS.get("save.done", done))));
    }
}
