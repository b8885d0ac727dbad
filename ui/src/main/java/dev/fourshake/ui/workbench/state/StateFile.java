package dev.fourshake.ui.workbench.state;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The file {@code workbench.properties}. Written whole and then put in place at once, so that a crash leaves the old
 * one or the new one. One that cannot be understood is kept aside.
 */
public final class StateFile {

    private final Path file;

    public StateFile(Path file) {
        this.file = file;
    }

    /** What reading the file came to. */
    public sealed interface Loaded {

        WorkbenchState state();

        /** Read, or the first start. */
        record Good(WorkbenchState state) implements Loaded {
        }

        /** Not what Fourshake wrote. @param keptAs where it is now */
        record Corrupt(Path keptAs) implements Loaded {
            @Override
            public WorkbenchState state() {
                return WorkbenchState.INITIAL;
            }
        }

        /** The system would not let us read it, or keep it aside. */
        record Unreadable(Path file, IOException reason) implements Loaded {
            @Override
            public WorkbenchState state() {
                return WorkbenchState.INITIAL;
            }
        }
    }

    public Loaded load() {
        try {
            if (Files.notExists(file)) {
                return new Loaded.Good(WorkbenchState.INITIAL);
            }
            try {
                return new Loaded.Good(WorkbenchState.read(parse(Files.readString(file))));
            } catch (IllegalArgumentException | CharacterCodingException _) {
                Path aside = file.resolveSibling(file.getFileName() + ".bak");
                Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
                return new Loaded.Corrupt(aside);
            }
        } catch (IOException reason) {
            return new Loaded.Unreadable(file, reason);
        }
    }

    public void save(WorkbenchState state) throws IOException {
        Properties properties = new Properties();
        properties.putAll(state.write());
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(draft, text.toString(), StandardCharsets.UTF_8);
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Map<String, String> parse(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }
}
