package dev.fourshake.ui.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.demo.DemoPress;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.tap.hold.HoldControl;
import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.app.workspace.BreakpointPlan;
import dev.fourshake.app.workspace.HoldPlan;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.TapPlan;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.ReceiverState;
import dev.fourshake.model.exchange.SenderState;
import dev.fourshake.model.exchange.Step;
import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame.Fate;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import dev.fourshake.ui.SharedBroker;
import dev.fourshake.ui.view.ViewWindow;
import dev.fourshake.ui.view.breakpoints.BreakpointsView;
import dev.fourshake.ui.view.held.HeldView;
import dev.fourshake.ui.workbench.layout.Dock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A person sets breakpoints and does things to packets, before a real tap, a real broker and a real device. */
@ExtendWith(SharedBroker.class)
class BreakpointStoryTest {

    @TempDir
    Path folder;

    private ViewWindow window;
    private FxRobot robot;
    private Holding holding;
    private LiveTap tap;
    private DemoPress press;

    @BeforeEach
    void open(HostPort broker) throws Exception {
        window = new ViewWindow(folder);
        robot = window.robot();
        robot.interact(() -> {
            holding = new Holding(window.context(), window.workbench().pulse());
            HoldCommands.install(window.workbench(), holding);
            BreakpointCommands.install(window.workbench(), window.context(), holding);
        });
        window.with(HeldView.ID, (site, context) -> new HeldView(site, context, holding))
                .with(BreakpointsView.ID, (site, context) -> new BreakpointsView(site, context, holding))
                .open(Dock.above(0.5, Dock.tabs(HeldView.ID), Dock.tabs(BreakpointsView.ID)));
        tap = window.workspace().startTap(new TapPlan(TapOptions.to(broker).withName("story"), false));
        robot.interact(() -> window.context().shown().show(tap));
        window.until(() -> holding.planProperty().get().isPresent());
    }

    @AfterEach
    void close() {
        if (press != null) {
            press.close();
        }
        window.close();
    }

    private void newBreakpoint(PacketType type, String filter, String hit, String then) {
        robot.push(KeyCode.CONTROL, KeyCode.B);
        window.until(() -> robot.lookup("#breakpoint-filter").tryQuery().isPresent());
        robot.clickOn("None").clickOn("#breakpoint-" + type.name());
        // What is selected is proposed, and here it may be a packet that goes the other way.
        robot.interact(() -> {
            robot.lookup("#breakpoint-directions").<ComboBox<Set<Direction>>>query().setValue(
                    Set.of(Direction.values()));
            robot.lookup("#breakpoint-filter").<TextField>query().setText(filter);
            robot.lookup("#breakpoint-hit").<TextField>query().setText(hit);
        });
        robot.clickOn("#breakpoint-then").clickOn(then).clickOn("OK");
        window.until(() -> robot.lookup("#breakpoint-filter").tryQuery().isEmpty());
    }

    private List<BreakpointPlan> breakpoints() {
        return window.on(() -> holding.planProperty().get().map(HoldPlan::breakpoints).orElse(List.of()));
    }

    private void untilMeant(PacketType type) {
        window.until(() -> holding.targetProperty().get().filter(line -> line.packet().type() == type
                && line.row() >= 0).isPresent());
    }

    private Exchange exchange(int id) {
        return tap.snapshot().exchange(id);
    }

    private Node cell(String text) {
        return robot.lookup((Node node) -> node instanceof TableCell<?, ?> cell && text.equals(cell.getText())
                && cell.isVisible()).query();
    }

    /** Where no tap is shown, Ctrl+B does nothing and is not named. */
    @Test
    void anEmptyListSaysWhatCanBeDoneNow() {
        robot.interact(() -> window.workbench().showView(BreakpointsView.ID));
        window.until(() -> placeholder().contains("Ctrl+B"));
        robot.interact(() -> window.context().shown().clear());
        window.until(() -> placeholder().contains("Connections"));
        assertFalse(window.on(this::placeholder).contains("Ctrl+B"));
        robot.interact(() -> window.context().shown().show(tap));
        window.until(() -> placeholder().contains("Ctrl+B"));
    }

    private String placeholder() {
        return robot.lookup(".placeholder .label").<Label>queryAll().stream().map(Label::getText)
                .filter(text -> text.contains("reakpoint")).findFirst().orElse("");
    }

    @Test
    void aHandshakeIsSteppedItsPubcompDroppedAndItRecovers() {
        newBreakpoint(PacketType.PUBLISH, "qos = 2", "1", "Hold it");
        press = DemoPress.start(tap.addressForClients(), ProtocolVersion.MQTT_5);
        untilMeant(PacketType.PUBLISH);
        window.until(() -> robot.lookup("#held-where").<Label>query().getText().startsWith("PUBLISH"));
        int id = window.on(() -> holding.targetProperty().get().orElseThrow().exchange());
        for (PacketType next : List.of(PacketType.PUBREC, PacketType.PUBREL, PacketType.PUBCOMP)) {
            robot.push(KeyCode.F7);
            untilMeant(next);
        }
        assertEquals(List.of(SenderState.AWAIT_PUBCOMP, ReceiverState.IDLE),
                List.of(exchange(id).sender(), exchange(id).receiver()), "the broker is done, the press is not");

        robot.push(KeyCode.SHIFT, KeyCode.F5);
        window.until(() -> exchange(id).steps().stream().anyMatch(step -> step.type() == PacketType.PUBCOMP
                && released(step.row()) == Fate.DROPPED));
        assertEquals(SenderState.AWAIT_PUBCOMP, exchange(id).sender());

        newBreakpoint(PacketType.PUBLISH, "", "1", "Cut the link before it (RST)");
        window.until(() -> exchange(id).outcome() == Outcome.COMPLETE);
        assertEquals(List.of(PacketType.PUBREL, PacketType.PUBCOMP),
                exchange(id).steps().stream().map(Step::type).toList().subList(exchange(id).steps().size() - 2,
                        exchange(id).steps().size()), "sent again over another link");
        assertEquals(2, tap.snapshot().links().size());
    }

    /** What became of a held packet. */
    private Fate released(int row) {
        TraceSnapshot trace = tap.snapshot();
        int at = trace.releasedAt(row);
        return at < 0 ? null : trace.event(at) instanceof FrameReleased release
                ? release.fate() : null;
    }

    @Test
    void theSenderIsAnsweredInTheBrokersPlaceWithAReasonCode() {
        newBreakpoint(PacketType.PUBLISH, "qos = 2", "1", "Hold it");
        press = DemoPress.start(tap.addressForClients(), ProtocolVersion.MQTT_5);
        untilMeant(PacketType.PUBLISH);
        int id = window.on(() -> holding.targetProperty().get().orElseThrow().exchange());
        robot.push(KeyCode.CONTROL, KeyCode.F5);
        window.until(() -> robot.lookup("#answer-code").tryQuery().isPresent());
        robot.clickOn("#answer-code").clickOn("0x97 Quota exceeded").clickOn("Answer");
        window.until(() -> exchange(id).outcome() == Outcome.REJECTED);
        TraceSnapshot trace = tap.snapshot();
        int row = exchange(id).lastRow();
        assertEquals(List.of(PacketType.PUBREC, 0x97, Fate.INJECTED),
                List.of(trace.type(row), trace.reasonCode(row), trace.fate(row)));
    }

    @Test
    void breakpointsAreSwitchedRemovedAndBroughtBackAndRemembered() {
        newBreakpoint(PacketType.PUBREL, "", "3", "Drop it");
        newBreakpoint(PacketType.PUBACK, "id = 7", "", "Pass it on twice");
        assertEquals(List.of(Set.of(PacketType.PUBREL), Set.of(PacketType.PUBACK)),
                breakpoints().stream().map(BreakpointPlan::types).toList());
        assertEquals(List.of(new Reaction.Drop(), new Reaction.Duplicate()),
                breakpoints().stream().map(BreakpointPlan::reaction).toList());
        assertEquals(2, tap.tap().holds().breakpoints().size());

        robot.clickOn(cell("PUBREL")).push(KeyCode.SPACE);
        window.until(() -> tap.tap().holds().breakpoints().size() == 1);
        robot.clickOn(robot.lookup(".fs-check").<CheckBox>queryAll().iterator().next());
        window.until(() -> tap.tap().holds().breakpoints().size() == 2);

        robot.clickOn("#breakpoints-skipAll");
        window.until(() -> tap.tap().holds().breakpoints().isEmpty());
        robot.clickOn("#breakpoints-skipAll");

        robot.clickOn(cell("PUBACK")).push(KeyCode.DELETE);
        window.until(() -> breakpoints().size() == 1);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        window.until(() -> breakpoints().size() == 2);
        assertTrue(window.on(() -> window.workbench().messages().open().isEmpty()));
        assertEquals("id = 7", breakpoints().get(1).filter().text());

        window.until(() -> new Workspace(window.workbench().data()).holdPlans().of("story")
                .filter(plan -> plan.breakpoints().size() == 2).isPresent());
    }

    @Test
    void aFilterThatAsksForWhatIsNotKnownYetIsRefusedWithASentence() {
        robot.push(KeyCode.CONTROL, KeyCode.B);
        window.until(() -> robot.lookup("#breakpoint-filter").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#breakpoint-filter").<TextField>query().setText("severity >= warning"));
        robot.clickOn("OK");
        window.until(() -> !robot.lookup("#breakpoint-mistake").<Label>query().getText().isEmpty());
        assertTrue(breakpoints().isEmpty());
        robot.clickOn("Cancel");
    }

    @Test
    void aScriptTakesThePlaceOfWhatWasSetUp() throws Exception {
        newBreakpoint(PacketType.PUBREL, "", "", "Drop it");
        Path script = folder.resolve("acceptance.yaml");
        Files.writeString(script, """
                releaseAfter: 5s
                breakpoints:
                  - types: PUBLISH
                    filter: qos = 2
                    hit: 3
                    reaction: drop
                """);
        robot.interact(() -> ScriptLoading.load(window.workbench(), holding, script));
        window.until(() -> breakpoints().size() == 1 && breakpoints().getFirst().hit() == 3);
        assertEquals(Duration.ofSeconds(5), tap.tap().holds().releaseAfter());
        robot.clickOn("Bring back what was set up");
        window.until(() -> breakpoints().getFirst().types().equals(Set.of(PacketType.PUBREL)));
    }

    /** What was done at one tap is undone there, and the tap that is shown meanwhile keeps what it has. */
    @Test
    void anUndoIsAtItsOwnTapWhileAnotherIsShown(HostPort broker) throws Exception {
        newBreakpoint(PacketType.PUBREL, "", "", "Drop it");
        newBreakpoint(PacketType.PUBACK, "", "", "Drop it");
        Path script = folder.resolve("acceptance.yaml");
        Files.writeString(script, """
                releaseAfter: 5s
                breakpoints:
                  - types: PUBLISH
                    reaction: drop
                lines:
                  - latency=20ms
                """);
        robot.clickOn(cell("PUBACK")).push(KeyCode.DELETE);
        window.until(() -> breakpoints().size() == 1);
        LiveTap other = window.workspace().startTap(new TapPlan(TapOptions.to(broker).withName("other"), false));
        robot.interact(() -> window.context().shown().show(other));
        window.until(() -> breakpoints().isEmpty());
        robot.clickOn("Undo");
        window.until(() -> tap.tap().holds().breakpoints().size() == 2);
        assertEquals(List.of(), other.tap().holds().breakpoints());

        robot.interact(() -> window.context().shown().show(tap));
        robot.interact(() -> ScriptLoading.load(window.workbench(), holding, script));
        window.until(() -> tap.tap().lines().isWeak());
        assertEquals(1, tap.tap().holds().breakpoints().size());
        robot.interact(() -> window.context().shown().show(other));
        robot.clickOn("Bring back what was set up");
        window.until(() -> tap.tap().holds().breakpoints().size() == 2);
        assertFalse(tap.tap().lines().isWeak());
        assertEquals(HoldControl.RELEASE_AFTER, tap.tap().holds().releaseAfter());
        assertEquals(List.of(), other.tap().holds().breakpoints());
        window.until(() -> new Workspace(window.workbench().data()).holdPlans().of("story")
                .filter(plan -> plan.breakpoints().size() == 2).isPresent());
    }

    /** A tap may have ended and run again under its name before what was done at it is undone. */
    @Test
    void anUndoReachesTheTapThatWasStartedAgain(HostPort broker) throws Exception {
        newBreakpoint(PacketType.PUBREL, "", "", "Drop it");
        Path script = folder.resolve("acceptance.yaml");
        Files.writeString(script, "breakpoints: []");
        robot.interact(() -> ScriptLoading.load(window.workbench(), holding, script));
        window.until(() -> breakpoints().isEmpty());
        window.workspace().end(tap);
        LiveTap again = window.workspace().startTap(new TapPlan(TapOptions.to(broker).withName("story"), false));
        robot.interact(() -> window.context().shown().show(again));
        window.until(() -> holding.planProperty().get().isPresent());
        robot.clickOn("Bring back what was set up");
        window.until(() -> again.tap().holds().breakpoints().size() == 1);
    }

    @Test
    void nothingIsMeantWhileNothingIsHeld() {
        assertFalse(window.on(() -> window.workbench().commands().enabled(HeldCommands.DROP).getValue()));
    }

    @Test
    void aBreakpointFollowsItsClientWhileAnotherTapIsShown(HostPort broker) throws Exception {
        press = DemoPress.start(tap.addressForClients(), ProtocolVersion.MQTT_5);
        window.until(() -> tap.snapshot().sessions().stream().anyMatch(each -> each.connectedLink().isPresent()));
        window.on(() -> {
            holding.plan(plan -> plan.breakpoints(List.of(new BreakpointPlan(true, Set.of(PacketType.CONNECT),
                    Set.of(Direction.CLIENT_TO_SERVER), DemoPress.CLIENT_ID, Filter.all(), 0, new Reaction.Hold()))));
            return null;
        });
        LiveTap other = window.workspace().startTap(new TapPlan(TapOptions.to(broker).withName("other"), false));
        robot.interact(() -> window.context().shown().show(other));
        press.close();
        press = DemoPress.start(tap.addressForClients(), ProtocolVersion.MQTT_5);
        window.until(() -> !tap.tap().holds().held().isEmpty());
        assertEquals(2, tap.tap().holds().held().getFirst().link());
    }
}
