package dev.fourshake.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.capture.CaptureInfo;
import dev.fourshake.app.capture.CaptureStore;
import dev.fourshake.app.capture.Progress;
import dev.fourshake.app.demo.DemoExchange;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.replay.ReplayState;
import dev.fourshake.app.tap.TapException;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.workspace.CaptureEntry;
import dev.fourshake.app.workspace.CaptureReplay;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.app.workspace.TapPlan;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.util.WaitForAsyncUtils;

/** Recording, opening, replaying and tidying up captures in the whole window, as a person does it. */
@ExtendWith(SharedBroker.class)
class CapturesStoryTest extends ProgramTest {

    private ListView<CaptureEntry> list;
    private TableView<Integer> packets;

    @BeforeEach
    void start() throws TimeoutException {
        openTheWindow();
        until(() -> robot.lookup(".fs-captures").tryQuery().isPresent());
        list = robot.lookup(".fs-captures").query();
        packets = robot.lookup(".fs-packets").query();
    }

    @Test
    void realTrafficIsRecordedOpenedAndReplayedStepByStep(HostPort broker) throws Exception {
        int rows = record(broker, "press line");
        until(() -> states().equals(List.of("press line ENDED")));

        // Opened, it gives the same views as live.
        robot.doubleClickOn(name("press line"));
        until(() -> packets.getItems().size() == rows);
        assertEquals("press line", on(() -> shown().title()));

        // The replay takes the same way, packet by packet.
        click("#captures-replay");
        until(() -> shown() instanceof CaptureReplay);
        until(() -> robot.lookup(".fs-replay").query().isVisible());
        click("#replay-toStart");
        until(() -> !replay().playing() && packets.getItems().isEmpty());
        click("#replay-stepForward");
        until(() -> packets.getItems().size() == replay().position() && replay().position() > 0);
        int first = on(() -> packets.getItems().size());
        click("#replay-stepForward");
        until(() -> packets.getItems().size() > first);
        robot.clickOn(list).push(KeyCode.CONTROL, KeyCode.COMMA);
        until(() -> packets.getItems().size() == first);

        // As fast as it can to its end.
        robot.interact(() -> workbench.commands().execute(workbench.commands().find("replay.speed.MAXIMUM")
                .orElseThrow()));
        robot.push(KeyCode.CONTROL, KeyCode.P);
        until(() -> packets.getItems().size() == rows && !replay().playing());

        // The replay closed, the capture is shown again.
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
        until(() -> shown().title().equals("press line"));
        until(() -> !robot.lookup(".fs-replay").query().isVisible());
    }

    @Test
    void whatIsLostOfADamagedCaptureIsSaidInTheWindow() throws IOException {
        Path file = save("torn", 20_000);
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(access.length() * 6 / 10);
        }
        Files.writeString(captures().resolve("letter.fourshake"), "Dear reader");
        click("#captures-refresh");
        until(() -> states().containsAll(List.of("torn DAMAGED", "letter UNREADABLE")));
        assertTrue(on(() -> text(".fs-state")).containsAll(List.of("damaged", "cannot be opened")));

        robot.doubleClickOn(name("torn"));
        until(() -> said().stream().anyMatch(sentence -> sentence.contains("damaged")));
        until(() -> packets.getItems().size() > 100);

        robot.doubleClickOn(name("letter"));
        until(() -> said().stream().anyMatch(sentence -> sentence.contains("is neither a Fourshake capture nor")));
        assertEquals("torn", on(() -> shown().title()), "what is shown stays");
    }

    @Test
    void aCaptureIsRenamedInPlaceDeletedAndTakenBack() throws IOException {
        save("one", 10);
        save("two", 20);
        click("#captures-refresh");
        until(() -> states().size() == 2);

        robot.clickOn(name("one")).push(KeyCode.F2);
        until(() -> robot.lookup(".fs-rename").tryQuery().isPresent());
        robot.push(KeyCode.CONTROL, KeyCode.A).write("hall 3").push(KeyCode.ENTER);
        until(() -> states().containsAll(List.of("hall 3 ENDED", "two ENDED")));
        until(() -> list.getSelectionModel().getSelectedItem().file().name().equals("hall 3"));

        robot.push(KeyCode.F2).push(KeyCode.CONTROL, KeyCode.A).write("never").push(KeyCode.ESCAPE);
        robot.push(KeyCode.DELETE);
        until(() -> states().equals(List.of("two ENDED")));
        robot.clickOn((Node) robot.lookup(".message-bar .hyperlink").query());
        until(() -> states().containsAll(List.of("hall 3 ENDED", "two ENDED")));
    }

    @Test
    void whatWasNamedAtTheStartIsNotCoveredByTheDemonstration() throws IOException {
        Path file = save("mine", 30);
        robot.interact(() -> parts.opened(List.of(file.toString())));
        until(() -> packets.getItems().size() == 30);
        OpenTrace mine = on(this::shown);
        until(() -> !workspace.taps().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
        assertSame(mine, on(this::shown));
        assertEquals(List.of(file), workspace.recent().all());
    }

    // ------------------------------------------------------------------ helpers

    /** One QoS 2 exchange of two real devices through a real tap, recorded. Answers how many rows it has. */
    private int record(HostPort broker, String name) throws TapException, IOException {
        LiveTap tap = workspace.startTap(new TapPlan(TapOptions.to(broker).withName(name), false));
        workspace.startRecording(tap);
        robot.interact(() -> parts.context().shown().show(tap));
        try (DemoExchange exchange = DemoExchange.start(tap.addressForClients(), ProtocolVersion.MQTT_5,
                Qos.EXACTLY_ONCE)) {
            exchange.done().join();
            until(() -> states().equals(List.of(name + " RECORDING")));
        }
        workspace.end(tap);
        return tap.snapshot().rowCount();
    }

    private Path captures() throws IOException {
        return Files.createDirectories(workspace.catalogue().directory());
    }

    /** A capture of links that open and end. */
    private Path save(String name, int rows) throws IOException {
        Trace trace = new Trace();
        for (int row = 0; row < rows; row++) {
            int link = row / 2 + 1;
            trace.append(row % 2 == 0 ? new LinkOpened(link, row * 1_000L, "10.0.0.7:5010" + link, "10.0.0.1:1883",
                    false, false)
                    : new LinkEnded(link, row * 1_000L, LinkEnded.Party.CLIENT, LinkEnded.Ending.CLOSED, ""));
        }
        Path file = captures().resolve(name + ".fourshake");
        assertTrue(CaptureStore.save(trace.publish(), file, CaptureInfo.now("test", ""), Progress.NONE));
        return file;
    }

    private OpenTrace shown() {
        return parts.context().shown().sourceProperty().get().orElseThrow();
    }

    private ReplayState replay() {
        return ((CaptureReplay) shown()).replay().state();
    }

    private List<String> states() {
        return list.getItems().stream().map(entry -> entry.file().name() + " " + entry.state()).toList();
    }

    private Node name(String capture) {
        return robot.from(list).lookup(".fs-name").match((Label label) -> capture.equals(label.getText())).query();
    }

    private List<String> text(String selector) {
        return robot.from(list).lookup(selector).queryAll().stream().map(node -> ((Labeled) node).getText())
                .filter(Objects::nonNull).toList();
    }

    /** The sentences above the views. */
    private List<String> said() {
        return workbench.messages().open().stream().map(message -> message.text()).toList();
    }

    /** Presses a button as soon as it can be pressed. */
    private void click(String button) {
        until(() -> robot.lookup(button).tryQuery().filter(node -> !node.isDisabled()).isPresent());
        robot.clickOn(button);
    }
}
