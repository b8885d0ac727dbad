package dev.fourshake.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.view.ViewDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The list of keys says all of them before a view was opened, and the documentation says the same. */
class KeysTest extends ProgramTest {

    @BeforeEach
    void start() throws TimeoutException {
        openTheWindow();
    }

    @Test
    void theyAreKnownBeforeTheirViewIsOpened() {
        List<String> before = on(this::lines);
        robot.interact(() -> workbench.views().all().forEach(view -> workbench.showView(view.id())));
        assertEquals(before, on(this::lines));
    }

    @Test
    @DisabledOnOs(value = OS.MAC, disabledReason = "there the keys have other names")
    void theDocumentationNamesThemAll() throws IOException {
        String text = Files.readString(Path.of("../docs/keys.md"));
        List<String> told = text.lines().filter(line -> line.startsWith("| ") && line.contains("`")).sorted().toList();
        assertEquals(on(this::lines).stream().collect(Collectors.joining("\n")), String.join("\n", told));
    }

    private List<String> lines() {
        return workbench.commands().all().stream().filter(command -> !command.keys().isEmpty())
                .map(command -> "| %s | %s | %s |".formatted(command.label(), command.keys().stream()
                        .map(KeyCombination::getDisplayText).collect(Collectors.joining("`, `", "`", "`")),
                        view(command)))
                .sorted().toList();
    }

    private String view(Command command) {
        return workbench.views().all().stream().filter(view -> view.own().contains(command))
                .map(ViewDescriptor::title).findFirst().orElse("");
    }
}
