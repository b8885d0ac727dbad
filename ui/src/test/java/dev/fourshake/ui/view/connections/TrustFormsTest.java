package dev.fourshake.ui.view.connections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.tap.tls.BrokerTls;
import dev.fourshake.app.tap.tls.RefusedCertificate;
import dev.fourshake.model.text.Message;
import dev.fourshake.ui.view.DeviceTlsFields;
import dev.fourshake.ui.view.FormDialog;
import dev.fourshake.ui.view.ViewWindow;
import dev.fourshake.ui.view.retained.RetainedView;
import dev.fourshake.ui.workbench.layout.Dock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** What is said of who reaches and who trusts whom is read whole. */
class TrustFormsTest {

    private static final String DIGITS = "3d5dcb5273096be5fa8eb64f9dfcb3f8b5d3fdce13f053eb5eb0123456789abc";
    private static final String FIRST = "3D:5D:CB:52:73:09:6B:E5:FA:8E:B6:4F:9D:FC:B3:F8:";
    private static final String SECOND = "B5:D3:FD:CE:13:F0:53:EB:5E:B0:12:34:56:78:9A:BC";

    @TempDir
    Path folder;

    private ViewWindow window;
    private FxRobot robot;

    @BeforeEach
    void open() throws Exception {
        window = new ViewWindow(folder).with(RetainedView.ID, RetainedView::new).open(Dock.tabs(RetainedView.ID));
        robot = window.robot();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void theFormOfATapSaysWholeWhoReachesItAndWhomDevicesHaveToTrust() {
        Platform.runLater(new Connecting(window.workbench(), window.context())::newTap);
        window.until(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        robot.interact(() -> {
            robot.lookup("#listen").<TextField>query().setText("0.0.0.0:8883");
            robot.lookup("#deviceTls").<ComboBox<DeviceTlsFields.Choice>>query()
                    .setValue(DeviceTlsFields.Choice.OWN);
        });
        window.until(() -> cut().isEmpty());
        assertEquals("Every machine that reaches this one can connect to the broker through this tap.",
                window.on(() -> robot.lookup("#reach").<Label>query().getText()));
        robot.push(KeyCode.ESCAPE);
        window.until(() -> robot.lookup(".dialog-pane").tryQuery().isEmpty());
    }

    /** Somebody compares it, digit by digit, with what the one who runs the broker reads out. */
    @Test
    void theFingerprintOfACertificateIsInSightToItsLastDigit() {
        CertificateForm form = window.on(() -> new CertificateForm(new RefusedCertificate(1, "10.1.2.3",
                "CN=broker", "CN=broker", Instant.EPOCH, Instant.EPOCH, DIGITS,
                Message.of(BrokerTls.class, "broker.tls.untrusted", "broker:8883"))));
        Platform.runLater(() -> FormDialog.ask(window.workbench().window(), "Trust", form.content(), "Trust",
                form::grant, _ -> { }, form::focus));
        window.until(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        window.until(() -> robot.lookup(FIRST + "\n" + SECOND).tryQuery().isPresent());
        assertEquals(List.of(), cut());
        assertTrue(window.on(() -> robot.lookup("Copy").query().isFocused()));
        robot.push(KeyCode.ENTER);
        assertEquals(FIRST + SECOND, window.on(() -> Clipboard.getSystemClipboard().getString()));
        robot.push(KeyCode.ESCAPE);
        window.until(() -> robot.lookup(".dialog-pane").tryQuery().isEmpty());
    }

    private List<String> cut() {
        return window.on(() -> robot.lookup(".dialog-pane .label").<Labeled>queryAll().stream()
                .filter(label -> label.isVisible() && label.isTextTruncated()).map(Labeled::getText).toList());
    }
}
