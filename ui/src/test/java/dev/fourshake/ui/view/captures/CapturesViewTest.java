package dev.fourshake.ui.view.captures;

import static dev.fourshake.ui.view.ViewWindow.filterField;
import static dev.fourshake.ui.view.ViewWindow.label;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.capture.CaptureInfo;
import dev.fourshake.app.capture.CaptureStore;
import dev.fourshake.app.capture.Progress;
import dev.fourshake.app.workspace.CaptureEntry;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.testing.RequiresDisplay;
import dev.fourshake.ui.capture.FileCommands;
import dev.fourshake.ui.replay.ReplayCommands;
import dev.fourshake.ui.view.ViewWindow;
import dev.fourshake.ui.workbench.layout.Dock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The list of captures, filtered as a person does it. */
class CapturesViewTest {

    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path folder;

    private ViewWindow window;
    private FxRobot robot;
    private CapturesView view;

    @BeforeEach
    void open() throws TimeoutException, IOException {
        window = new ViewWindow(folder).with(CapturesView.ID,
                (site, context) -> view = new CapturesView(site, context));
        robot = window.robot();
        robot.interact(() -> {
            new FileCommands(window.workbench(), window.context());
            new ReplayCommands(window.workbench(), window.context());
        });
        save("press line", "2026-11-20T12:00:00Z", "127.0.0.1:1884 → broker:1883", 2, 3 * SECOND);
        save("hall 3", "2026-11-27T12:00:00Z", "127.0.0.1:1885 → broker:8883", 40, 600 * SECOND);
        Files.writeString(window.workspace().catalogue().directory().resolve("letter.fourshake"), "Dear reader");
        window.open(Dock.tabs(CapturesView.ID));
        untilListed("hall 3", "letter", "press line");
        window.until(() -> list().getItems().stream().noneMatch(entry -> entry.state() == CaptureEntry.State.UNKNOWN));
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void whatPassesIsListedAndCountedAndAllComesBack() {
        window.filter(view, "time < 2026-11-25 and duration < 1min");
        untilListed("press line");
        assertTrue(label(view, ".fs-filter-count").contains("1 of 3"), label(view, ".fs-filter-count"));
        window.filter(view, "source contains 8883 or state = unreadable");
        untilListed("hall 3", "letter");
        window.filter(view, "links > 100");
        window.until(() -> list().getItems().isEmpty() && robot.lookup((Node node) -> node instanceof Label label
                && label.getText().startsWith("No capture passes the filter.")).tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        untilListed("hall 3", "letter", "press line");
    }

    @Test
    void aFieldThatCapturesDoNotHaveIsSaidWithItsPlace() {
        window.filter(view, "links > 1");
        untilListed("hall 3", "press line");
        window.filter(view, "links > 1 and topic = x");
        window.until(() -> label(view, ".fs-mistake").contains("There is no field topic"));
        assertTrue(label(view, ".fs-mistake").contains("column 15"), label(view, ".fs-mistake"));
        untilListed("hall 3", "press line");
    }

    @Test
    void whatIsChosenStaysChosen() {
        robot.clickOn((Node) robot.lookup(".fs-name").match((Label name) -> "hall 3".equals(name.getText())).query());
        window.filter(view, "name = hall*");
        untilListed("hall 3");
        assertEquals("hall 3", window.on(() -> list().getSelectionModel().getSelectedItem().file().name()));
    }

    /** A popup is a window of its own. */
    @Test
    @RequiresDisplay
    void theNamesThatThereAreAreProposed() {
        robot.clickOn(view.content()).press(KeyCode.CONTROL).push(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("name = pr");
        window.until(() -> robot.lookup(".fs-completion").tryQuery().isPresent());
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        window.until(() -> filterField(view).getText().equals("name = \"press line\""));
        untilListed("press line");
    }

    // ------------------------------------------------------------------ helpers

    /** A capture of links that were opened, the last one so long after the first. */
    private void save(String name, String created, String source, int links, long nanos) throws IOException {
        Trace trace = new Trace();
        for (int link = 1; link <= links; link++) {
            trace.append(new LinkOpened(link, (link - 1) * nanos / (links - 1), "10.0.0.7:5010" + link, "10.0.0.1:1883",
                    false, false));
        }
        Path captures = Files.createDirectories(window.workspace().catalogue().directory());
        assertTrue(CaptureStore.save(trace.publish(), captures.resolve(name + ".fourshake"),
                new CaptureInfo(Instant.parse(created), "test", "hall", source, ""), Progress.NONE));
    }

    private void untilListed(String... names) {
        window.until(() -> list().getItems().stream().map(entry -> entry.file().name()).sorted().toList()
                .equals(List.of(names)));
    }

    @SuppressWarnings("unchecked")
    private ListView<CaptureEntry> list() {
        return (ListView<CaptureEntry>) view.content().lookup(".fs-captures");
    }
}
