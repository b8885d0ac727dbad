package dev.fourshake.app.workspace;

import dev.fourshake.app.data.KeptFile;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The files that were opened last, the latest first, kept in a text file with a path on each line. Any thread; changing
 * touches the disk, asking does not wait for it.
 */
public final class RecentFiles {

    public static final int MOST = 10;

    private static final Logger LOG = System.getLogger(RecentFiles.class.getName());

    private final KeptFile list;
    private final Runnable changed;
    private volatile List<Path> files;

    RecentFiles(Path list, Runnable changed) {
        this.list = new KeptFile(list);
        this.changed = changed;
        files = read(list);
    }

    /** At most {@value #MOST}; some may be gone by now. */
    public List<Path> all() {
        return files;
    }

    void opened(Path file) {
        become(known -> {
            known.remove(file);
            known.addFirst(file);
            return known;
        });
    }

    /** The file is not there any more. */
    public void forget(Path file) {
        become(known -> {
            known.remove(file);
            return known;
        });
    }

    void renamed(Path from, Path to) {
        become(known -> {
            known.replaceAll(file -> file.equals(from) ? to : file);
            return known;
        });
    }

    private void become(UnaryOperator<List<Path>> change) {
        synchronized (this) {
            List<Path> next = change.apply(new ArrayList<>(files)).stream().distinct().limit(MOST).toList();
            if (next.equals(files)) {
                return;
            }
            files = next;
            write();
        }
        changed.run();
    }

    private static List<Path> read(Path list) {
        try {
            List<Path> files = new ArrayList<>();
            for (String line : Files.readAllLines(list)) {
                if (!line.isBlank() && files.size() < MOST) {
                    files.add(Path.of(line));
                }
            }
            return List.copyOf(files);
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException | InvalidPathException failure) {
            LOG.log(Level.WARNING, "The recent files in " + list + " cannot be read", failure);
            return List.of();
        }
    }

    /** A name with a line break in it would be another file when it is read again. */
    private void write() {
        try {
            list.write(files.stream().map(Path::toString).filter(name -> name.lines().count() == 1)
                    .collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "The recent files cannot be saved in " + list, failure);
        }
    }
}
