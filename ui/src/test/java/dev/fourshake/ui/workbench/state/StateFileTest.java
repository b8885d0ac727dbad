package dev.fourshake.ui.workbench.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.ui.workbench.layout.RandomLayouts;
import dev.fourshake.ui.workbench.state.StateFile.Loaded;
import dev.fourshake.ui.workbench.theme.ThemeChoice;
import dev.fourshake.ui.workbench.view.Memento;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTest {

    @TempDir
    Path folder;

    private Path path;
    private StateFile file;

    @BeforeEach
    void setUp() {
        path = folder.resolve("new").resolve("workbench.properties");
        file = new StateFile(path);
    }

    private static WorkbenchState state() {
        return new WorkbenchState(ThemeChoice.DARK, Optional.of(new WindowBounds(-5, 12.5, 1280, 800, true)),
                "trace", "view-1", Map.of("trace", RandomLayouts.layout(1), "probe", RandomLayouts.layout(2)),
                Map.of("view.with.dots", RandomLayouts.layout(3)),
                Map.of("packets", new Memento(Map.of("filter", "topic = \"a b/ü\"\n# no comment", "a/b.c", " 1 "))));
    }

    @Test
    void theFirstStartIsNoMishap() {
        assertEquals(new Loaded.Good(WorkbenchState.INITIAL), file.load());
    }

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        file.save(WorkbenchState.INITIAL);
        file.save(state());
        assertEquals(new Loaded.Good(state()), file.load());
        try (Stream<Path> left = Files.list(path.getParent())) {
            assertEquals(1, left.count(), "no draft is left behind");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "format=1\ntheme=PURPLE", "format=1\nlayout.trace=h(0.5)[", "format=99",
        "format=1\nwindow=1 2 3", "\\u12", "format=1\nwindow=1 2 -3 4", "\0\0\0\0"})
    void aCorruptFileIsKeptAsideAndTheNextStartIsClean(String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        Loaded.Corrupt corrupt = assertInstanceOf(Loaded.Corrupt.class, file.load());
        assertEquals(WorkbenchState.INITIAL, corrupt.state());
        assertEquals(text, Files.readString(corrupt.keptAs()));
        assertEquals(new Loaded.Good(WorkbenchState.INITIAL), file.load());
    }

    @Test
    void bytesThatAreNoTextAreCorruptToo() throws IOException {
        Files.createDirectories(path.getParent());
        Files.write(path, "format=1\nperspective=ü".getBytes(StandardCharsets.ISO_8859_1));
        assertInstanceOf(Loaded.Corrupt.class, file.load());
    }

    @Test
    void whatCannotBeReadIsSaid() throws IOException {
        Files.createDirectories(path);
        assertInstanceOf(Loaded.Unreadable.class, file.load());
    }

    @Test
    void aFailedSaveLeavesTheOldFile() throws IOException {
        file.save(state());
        Files.createDirectory(path.resolveSibling("workbench.properties.tmp"));
        assertThrows(IOException.class, () -> file.save(WorkbenchState.INITIAL));
        assertTrue(Files.exists(path));
        assertEquals(state(), file.load().state());
    }
}
