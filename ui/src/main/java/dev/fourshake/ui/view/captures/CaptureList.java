package dev.fourshake.ui.view.captures;

import dev.fourshake.app.capture.CaptureDetails;
import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.capture.CaptureFile;
import dev.fourshake.app.capture.RecorderState;
import dev.fourshake.app.workspace.CaptureEntry;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.model.text.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The user's captures, looked up on a thread of its own: first which files there are, then what is in each that has
 * changed. Any thread.
 */
final class CaptureList implements AutoCloseable {

    /**
     * What is known so far.
     *
     * @param loaded  whether anybody has looked yet
     * @param problem why the captures cannot be listed
     */
    record Listing(boolean loaded, List<CaptureEntry> entries, Optional<Message> problem) {
    }

    /** What is in a file, and which state of the file that was. */
    private record Known(CaptureFile file, CaptureDetails details) {
    }

    private final Workspace workspace;
    private final Runnable changed;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("capture-list").factory());
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile Listing listing = new Listing(false, List.of(), Optional.empty());

    /** For the worker only. */
    private final Map<Path, Known> known = new HashMap<>();

    /** @param changed told after each change, by any thread */
    CaptureList(Workspace workspace, Runnable changed) {
        this.workspace = workspace;
        this.changed = changed;
    }

    Listing listing() {
        return listing;
    }

    /** Looks again; what is known is shown meanwhile. */
    void refresh() {
        if (!worker.isShutdown() && asked.compareAndSet(false, true)) {
            worker.execute(this::look);
        }
    }

    private void look() {
        asked.set(false);
        if (worker.isShutdown()) {
            return;
        }
        try {
            List<CaptureFile> files = workspace.catalogue().files();
            known.keySet().retainAll(files.stream().map(CaptureFile::file).toList());
            publish(files);
            for (CaptureFile file : files) {
                if (asked.get() || worker.isShutdown()) {
                    return;
                }
                if (needsLook(file)) {
                    known.put(file.file(), new Known(file, workspace.catalogue().details(file)));
                    publish(files);
                }
            }
        } catch (CaptureException failure) {
            listing = new Listing(true, List.of(), Optional.of(failure.problem()));
            changed.run();
        }
    }

    /** Whether the file is open somewhere does not change what is in it; one that grows is looked into at its end. */
    private boolean needsLook(CaptureFile file) {
        Known before = known.get(file.file());
        boolean same = before != null && before.file().bytes() == file.bytes()
                && before.file().modified().equals(file.modified());
        return !same && recordings().get(file.file()) == null;
    }

    private void publish(List<CaptureFile> files) {
        Map<Path, RecorderState> recordings = recordings();
        List<CaptureEntry> entries = new ArrayList<>();
        for (CaptureFile file : files) {
            entries.add(new CaptureEntry(file, Optional.ofNullable(known.get(file.file())).map(Known::details),
                    Optional.ofNullable(recordings.get(file.file()))));
        }
        listing = new Listing(true, entries, Optional.empty());
        changed.run();
    }

    private Map<Path, RecorderState> recordings() {
        Map<Path, RecorderState> recordings = new HashMap<>();
        workspace.recordings().forEach(state -> recordings.put(state.file(), state));
        return recordings;
    }

    @Override
    public void close() {
        // Not interrupted: that would close a file under others of this program who have it open, too.
        worker.shutdown();
    }
}
