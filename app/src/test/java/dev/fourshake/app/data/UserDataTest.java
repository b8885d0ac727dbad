package dev.fourshake.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserDataTest {

    private final Map<String, String> properties = new HashMap<>(Map.of("os.name", "Linux", "user.home", "/home/ann"));
    private final Map<String, String> environment = new HashMap<>();

    private Path directory() {
        return UserData.resolve(properties::get, environment::get).directory();
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    @Test
    void propertyWinsOverVariableWinsOverPlatform() {
        environment.put("XDG_DATA_HOME", "/xdg");
        assertEquals(absolute("/xdg/fourshake"), directory());
        environment.put("FOURSHAKE_DATA", "/by-variable");
        assertEquals(absolute("/by-variable"), directory());
        properties.put("fourshake.data", "/by-property");
        assertEquals(absolute("/by-property"), directory());
    }

    @Test
    void relativeOrEmptyXdgDataHomeIsIgnored() {
        environment.put("XDG_DATA_HOME", "relative");
        assertEquals(absolute("/home/ann/.local/share/fourshake"), directory());
        environment.put("XDG_DATA_HOME", "");
        assertEquals(absolute("/home/ann/.local/share/fourshake"), directory());
    }

    @Test
    void homeIsWhereTheUserSaysItIs() {
        environment.put("HOME", "/home/elsewhere");
        assertEquals(absolute("/home/elsewhere/.local/share/fourshake"), directory());
        environment.put("HOME", "relative");
        assertEquals(absolute("/home/ann/.local/share/fourshake"), directory());
    }

    @Test
    void macAndWindowsHaveTheirOwnPlaces() {
        properties.put("os.name", "Mac OS X");
        assertEquals(absolute("/home/ann/Library/Application Support/Fourshake"), directory());
        properties.put("os.name", "Windows 11");
        assertEquals(absolute("/home/ann/AppData/Roaming/Fourshake"), directory());
        environment.put("APPDATA", "/profiles/ann");
        assertEquals(absolute("/profiles/ann/Fourshake"), directory());
    }

    @Test
    void aFolderThatTheSystemCannotNameIsNotPassedOverInSilence() {
        assertEquals(Optional.empty(), UserData.unusable(properties::get, environment::get));
        environment.put("FOURSHAKE_DATA", "/night\0shift");
        assertEquals(Optional.of("/night\0shift"), UserData.unusable(properties::get, environment::get));
        properties.put("fourshake.data", "/by-property");
        assertEquals(Optional.empty(), UserData.unusable(properties::get, environment::get));
    }

    @Test
    void resolvingMakesNothing(@TempDir Path root) {
        UserData data = new UserData(root.resolve("a/b"));
        assertEquals(root.resolve("a/b/workbench.properties"), data.resolve("workbench.properties"));
        assertTrue(Files.notExists(root.resolve("a")));
    }
}
