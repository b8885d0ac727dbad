package dev.fourshake.ui.capture;

import dev.fourshake.app.workspace.CaptureFiles;
import dev.fourshake.app.workspace.CaptureTrace;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.ui.view.Question;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.command.MainMenu.Title;
import dev.fourshake.ui.workbench.frame.Phase;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** The File menu: open, open again, save, close. */
public final class FileCommands {

    private static final Texts TEXTS = Texts.of(FileCommands.class);

    public static final Command OPEN = Command.of("file.open", TEXTS.get("command.open"))
            .hint(TEXTS.get("command.open.hint")).icon(Feather.FOLDER).key("Shortcut+O");
    public static final Command SAVE_AS = Command.of("file.saveAs", TEXTS.get("command.saveAs"))
            .hint(TEXTS.get("command.saveAs.hint")).icon(Feather.SAVE).key("Shortcut+S");
    public static final Command CLOSE = Command.of("file.close", TEXTS.get("command.close"))
            .hint(TEXTS.get("command.close.hint")).key("Shortcut+Shift+W");

    private final Workbench workbench;
    private final ViewContext context;
    private final CaptureOpening opening;
    private final BooleanProperty canSave = new SimpleBooleanProperty();

    /** Puts the commands into the window's menu and toolbar. */
    public FileCommands(Workbench workbench, ViewContext context) {
        this.workbench = workbench;
        this.context = context;
        opening = new CaptureOpening(workbench, context);
        SourceClosing closing = new SourceClosing(workbench, context);
        workbench.commands().handle(OPEN, Handler.of(opening::choose));
        workbench.commands().handle(SAVE_AS, Handler.of(() -> shown().ifPresent(this::saveAs), canSave));
        workbench.commands().handle(CLOSE, Handler.of(() -> shown().ifPresent(closing::close),
                context.shown().sourceProperty().map(Optional::isPresent)));
        workbench.menu().add(Title.FILE, "open", OPEN);
        workbench.menu().add(Title.FILE, "open", new RecentMenu(workbench, context.workspace(), opening).menu());
        workbench.menu().add(Title.FILE, "open", CLOSE);
        workbench.menu().add(Title.FILE, "save", SAVE_AS);
        workbench.toolBar().add("file", OPEN);
        workbench.toolBar().add("file", SAVE_AS);
        workbench.pulse().on(Phase.UPDATE, () -> canSave.set(context.shown().snapshot().rowCount() > 0));
    }

    private Optional<OpenTrace> shown() {
        return context.shown().sourceProperty().get();
    }

    private void saveAs(OpenTrace source) {
        FileChooser chooser = opening.chooser(TEXTS.get("choose.save"));
        chooser.setInitialFileName(nameFor(source) + CaptureFiles.EXTENSION);
        File chosen = chooser.showSaveDialog(workbench.window());
        if (chosen != null) {
            withExtension(chosen.toPath()).ifPresent(file -> save(source, file));
        }
    }

    /** What is no copy of a capture keeps its name; a recording of a tap bears the tap's already. */
    private static String nameFor(OpenTrace source) {
        return switch (source) {
            case CaptureTrace capture when !CaptureFiles.isCapture(capture.file()) ->
                    CaptureFiles.importedName(capture.file());
            case LiveTap tap -> tap.title();
            default -> TEXTS.get("save.copy", source.title());
        };
    }

    /** The system has asked whether the file may be replaced that was typed in, not the one with the extension. */
    private Optional<Path> withExtension(Path file) {
        if (CaptureFiles.isCapture(file)) {
            return Optional.of(file);
        }
        Path whole = file.resolveSibling(file.getFileName() + CaptureFiles.EXTENSION);
        if (Files.exists(whole)) {
            return Optional.of(whole).filter(_ -> Question.mayBeDone(workbench.window(),
                    TEXTS.get("save.replace", whole.toString()), TEXTS.get("save.replace.ok")));
        }
        return Optional.of(whole);
    }

    /** Saves all that is shown now. */
    void save(OpenTrace source, Path file) {
        workbench.jobs().start(TEXTS.get("job.save", CaptureFiles.nameOf(file)), monitor -> {
            boolean whole = context.workspace().save(source, file, (done, total) -> {
                monitor.progress((double) done / total);
                return !monitor.isCancelled();
            });
            if (!whole) {
                throw new CancellationException();
            }
            return file;
        }).onDone(saved -> workbench.statusLine().messageProperty().set(TEXTS.get("save.done", saved.toString())));
    }
}
