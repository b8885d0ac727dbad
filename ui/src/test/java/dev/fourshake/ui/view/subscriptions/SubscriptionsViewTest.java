package dev.fourshake.ui.view.subscriptions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.client.ConnectOptions;
import dev.fourshake.app.client.PayloadSource;
import dev.fourshake.app.client.PublishOptions;
import dev.fourshake.app.client.SubscribeOptions;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.OwnClient;
import dev.fourshake.app.workspace.TapPlan;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.ProtocolVersion;
import dev.fourshake.ui.SharedBroker;
import dev.fourshake.ui.view.ViewWindow;
import dev.fourshake.ui.workbench.layout.Dock;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

@ExtendWith(SharedBroker.class)
class SubscriptionsViewTest {

    @TempDir
    Path folder;

    @Test
    void ofTheTwoListsTheOneThatWasClickedIsCopied(HostPort broker) throws Exception {
        try (ViewWindow window = new ViewWindow(folder).with(SubscriptionsView.ID, SubscriptionsView::new)
                .open(Dock.tabs(SubscriptionsView.ID))) {
            LiveTap tap = window.workspace().startTap(new TapPlan(TapOptions.to(broker), false));
            ConnectOptions options = ConnectOptions.to(
                    BrokerAddress.tcp(broker.host(), broker.port()), ProtocolVersion.MQTT_5, "line-monitor").build();
            OwnClient client = window.workspace().newClient(tap, options);
            client.connect(options).join();
            client.subscribe(SubscribeOptions.of("hall/+", Qos.AT_LEAST_ONCE)).join();
            client.publish(PublishOptions.of("hall/3", new PayloadSource.Text("21.5"), Qos.AT_LEAST_ONCE)).join();

            assertEquals("hall/3", copied(window, "hall/3").split("\t")[2]);
            assertEquals("hall/+", copied(window, "hall/+").split("\t")[1]);
        }
    }

    /** What Ctrl+C takes after a click on the cell with this text. */
    private static String copied(ViewWindow window, String cell) {
        FxRobot robot = window.robot();
        window.until(() -> robot.lookup(node -> isCell(node, cell)).tryQuery().isPresent());
        robot.clickOn(robot.lookup(node -> isCell(node, cell)).<TableCell<?, ?>>query());
        robot.press(KeyCode.CONTROL).push(KeyCode.C).release(KeyCode.CONTROL);
        return window.on(() -> Clipboard.getSystemClipboard().getString());
    }

    private static boolean isCell(Node node, String text) {
        return node instanceof TableCell<?, ?> cell && text.equals(cell.getText());
    }
}
