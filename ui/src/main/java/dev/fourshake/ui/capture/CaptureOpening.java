package dev.fourshake.ui.capture;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.replay.OpeningState;
import dev.fourshake.app.workspace.CaptureFiles;
import dev.fourshake.app.workspace.CaptureReplay;
import dev.fourshake.app.workspace.CaptureTrace;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.job.JobMonitor;
import dev.fourshake.ui.workbench.message.Message;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/**
 * Opens captures in the background and shows them; what goes wrong is a sentence above the views. For the JavaFX
 * thread.
 */
public final class CaptureOpening {

    private static final Texts TEXTS = Texts.of(CaptureOpening.class);
    private static final long LOOK_MILLIS = 50;

    private final Workbench workbench;
    private final ViewContext context;

    public CaptureOpening(Workbench workbench, ViewContext context) {
        this.workbench = workbench;
        this.context = context;
    }

    /**
     * Opens a capture and shows it with its first packets, while the others are read.
     *
     * @return completed on the JavaFX thread, with failure where it cannot be opened
     */
    public CompletableFuture<OpenTrace> open(Path file) {
        CompletableFuture<OpenTrace> shown = new CompletableFuture<>();
        workbench.jobs().start(TEXTS.get("job.open", CaptureFiles.nameOf(file)), monitor -> {
            CaptureTrace capture = context.workspace().openCapture(file);
            Platform.runLater(() -> show(capture, shown));
            tell(capture, follow(capture, monitor));
            return capture;
        }).onFailure(failure -> refuse(file, failure, shown));
        return shown;
    }

    /** Opens a capture to be replayed, shows it, and plays it from its start. */
    public CompletableFuture<OpenTrace> replay(Path file) {
        CompletableFuture<OpenTrace> shown = new CompletableFuture<>();
        workbench.jobs().start(TEXTS.get("job.open", CaptureFiles.nameOf(file)), _ -> {
            CaptureReplay replay = context.workspace().openReplay(file);
            replay.replay().seek(0);
            replay.replay().play();
            return replay;
        }).onDone(replay -> show(replay, shown)).onFailure(failure -> refuse(file, failure, shown));
        return shown;
    }

    /** Asks for captures or packet captures and opens them; the last one is shown. */
    public void choose() {
        FileChooser chooser = chooserToOpen();
        List<File> files = chooser.showOpenMultipleDialog(workbench.window());
        if (files != null) {
            files.forEach(file -> open(file.toPath()));
        }
    }

    private FileChooser chooserToOpen() {
        FileChooser chooser = chooser(TEXTS.get("choose.open"));
        List<String> packets = CaptureFiles.PACKET_EXTENSIONS.stream().map(end -> "*" + end).toList();
        List<String> all = new ArrayList<>(packets);
        all.addFirst("*" + CaptureFiles.EXTENSION);
        chooser.getExtensionFilters().add(0, new ExtensionFilter(TEXTS.get("choose.readable"), all));
        chooser.getExtensionFilters().add(2, new ExtensionFilter(TEXTS.get("choose.packets"), packets));
        return chooser;
    }

    /** A chooser of capture files that begins where the user's captures are. */
    FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().addAll(
                new ExtensionFilter(TEXTS.get("choose.captures"), "*" + CaptureFiles.EXTENSION),
                new ExtensionFilter(TEXTS.get("choose.all"), "*"));
        Path captures = context.workspace().catalogue().directory();
        if (Files.isDirectory(captures)) {
            chooser.setInitialDirectory(captures.toFile());
        }
        return chooser;
    }

    private void show(OpenTrace source, CompletableFuture<OpenTrace> shown) {
        context.shown().show(source);
        shown.complete(source);
    }

    private void refuse(Path file, Exception failure, CompletableFuture<OpenTrace> shown) {
        if (failure instanceof CaptureException known) {
            workbench.messages().show(Message.error(known.problem().text()));
            if (known.kind() == CaptureException.Kind.MISSING) {
                Thread.ofVirtual().name("recent-files").start(() ->
                        context.workspace().recent().forget(file.toAbsolutePath().normalize()));
            }
        } else {
            workbench.show(Message.error(TEXTS.get("open.failed", file.toString())), failure);
        }
        shown.completeExceptionally(failure);
    }

    // ------------------------------------------------------------------ on the job's thread

    private static OpeningState follow(CaptureTrace capture, JobMonitor monitor)
            throws InterruptedException, ExecutionException {
        monitor.onCancel(capture::cancel);
        while (true) {
            OpeningState state = capture.state();
            monitor.progress(state.total() == 0 ? -1 : (double) state.position() / state.total());
            try {
                return capture.done().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                // It is still being read.
            }
        }
    }

    /** Says what is not shown, and why. */
    private void tell(CaptureTrace capture, OpeningState end) {
        if (end.phase() == OpeningState.Phase.CANCELLED) {
            workbench.messages().show(Message.info(
                    TEXTS.get("open.cancelled", capture.title(), capture.snapshot().rowCount())));
        }
        if (!end.problems().isEmpty()) {
            String first = end.problems().getFirst().text();
            int more = end.problems().size() - 1;
            workbench.messages().show(Message.warning(more == 0 ? first : TEXTS.get("open.problems", first, more)));
        }
    }
}
