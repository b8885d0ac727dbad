package dev.fourshake.ui.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.TapPlan;
import dev.fourshake.ui.view.ViewWindow;
import dev.fourshake.ui.view.retained.RetainedView;
import dev.fourshake.ui.workbench.layout.Dock;
import dev.fourshake.ui.workbench.message.Message;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceTroubleTest {

    @TempDir
    Path folder;

    @Test
    void aTapThatCannotShowItsTrafficSaysSoOnce() throws Exception {
        try (ViewWindow window = new ViewWindow(folder)) {
            window.robot().interact(() -> TraceTrouble.install(window.workbench(), window.context()));
            window.with(RetainedView.ID, RetainedView::new).open(Dock.tabs(RetainedView.ID));
            LiveTap tap = window.workspace().startTap(
                    new TapPlan(TapOptions.to(HostPort.loopback(1)).withName("press hall"), false));
            tap.feed().addListener(() -> {
                throw new IllegalStateException("on purpose");
            });
            tap.feed().open("device:1", "broker:1883", false, false);
            window.until(() -> tap.feed().status().problem().isPresent());
            tap.feed().open("device:2", "broker:1883", false, false);
            window.until(() -> !messages(window).isEmpty());
            tap.feed().open("device:3", "broker:1883", false, false);
            window.until(() -> tap.snapshot().rowCount() == 3);
            window.robot().interact(window.workbench().pulse()::arm);
            assertEquals(1, window.on(() -> messages(window)).size());
            assertTrue(messages(window).getFirst().startsWith("press hall: "), messages(window).getFirst());
        }
    }

    private static List<String> messages(ViewWindow window) {
        return window.workbench().messages().open().stream().map(Message::text).toList();
    }
}
