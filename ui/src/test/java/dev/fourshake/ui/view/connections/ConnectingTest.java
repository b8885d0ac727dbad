package dev.fourshake.ui.view.connections;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.workspace.TapPlan;
import dev.fourshake.ui.view.ViewWindow;
import dev.fourshake.ui.view.retained.RetainedView;
import dev.fourshake.ui.workbench.layout.Dock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectingTest {

    @TempDir
    Path folder;

    @Test
    void aTapThatIsTakenOutAndWouldBeBackAtTheNextStartIsToldOf() throws Exception {
        TapPlan plan = new TapPlan(TapOptions.to(HostPort.loopback(1883)).withName("press hall"), false);
        try (ViewWindow window = new ViewWindow(folder).with(RetainedView.ID, RetainedView::new)
                .open(Dock.tabs(RetainedView.ID))) {
            window.workspace().plans().save(plan);
            // Where the new file is to be written something stands that is none.
            Files.createDirectories(folder.resolve("taps.json.part").resolve("in the way"));

            window.on(() -> {
                new Connecting(window.workbench(), window.context()).forget(plan);
                return null;
            });

            window.until(() -> window.workbench().messages().open().stream()
                    .anyMatch(message -> message.text().contains("taps.json")));
            assertEquals(List.of(), window.workspace().plans().all());
        }
    }
}
