package dev.fourshake.ui.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.data.UserData;
import dev.fourshake.app.demo.DemoPress;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.TapPlan;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.ReceiverState;
import dev.fourshake.model.exchange.SenderState;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import dev.fourshake.ui.SharedBroker;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.trace.ShownTrace;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.view.exchange.ExchangeView;
import dev.fourshake.ui.view.held.HeldView;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.layout.Dock;
import dev.fourshake.ui.workbench.layout.Layout;
import dev.fourshake.ui.workbench.layout.Perspective;
import dev.fourshake.ui.workbench.selection.SelectionService;
import dev.fourshake.ui.workbench.view.Area;
import dev.fourshake.ui.workbench.view.ViewDescriptor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;

/** A person holds the handshake of the demonstration's press and steps it, before a real tap and a real broker. */
@ExtendWith(SharedBroker.class)
class HoldAndStepTest {

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Workspace workspace;
    private Workbench workbench;
    private ViewContext context;
    private Holding holding;
    private LiveTap tap;
    private DemoPress press;

    @BeforeEach
    void open(HostPort broker) throws Exception {
        FxToolkit.registerPrimaryStage();
        UserData data = new UserData(folder);
        workspace = new Workspace(data);
        tap = workspace.startTap(new TapPlan(TapOptions.to(broker), false));
        robot.interact(() -> {
            workbench = new Workbench(data);
            context = new ViewContext(new ShownTrace(workbench.pulse()), new SelectionService<>(), workspace);
            holding = new Holding(context, workbench.pulse());
            HoldCommands.install(workbench, holding);
            workbench.views().add(new ViewDescriptor(ExchangeView.ID, "Exchange", Feather.REPEAT, Area.CENTER,
                    site -> new ExchangeView(site, context)));
            workbench.views().add(new ViewDescriptor(HeldView.ID, "Held", Feather.LIST, Area.BOTTOM,
                    site -> new HeldView(site, context, holding)));
            workbench.add(new Perspective("p", "P", Feather.ACTIVITY, Layout.of(
                    Dock.above(0.7, Dock.tabs(ExchangeView.ID), Dock.tabs(HeldView.ID)))));
            workbench.open(new Stage());
        });
        until(() -> robot.lookup("#run-resume").tryQuery().isPresent());
    }

    @AfterEach
    void close() {
        robot.interact(workbench::close);
        if (press != null) {
            press.close();
        }
        workspace.close();
    }

    private void showAndPublish() {
        robot.interact(() -> context.shown().show(tap));
        press = DemoPress.start(tap.addressForClients(), ProtocolVersion.MQTT_5);
    }

    private void holdAt(PacketType type) {
        robot.interact(() -> holding.settings(HoldSettings.DEFAULT.types(Set.of(type))));
        robot.clickOn("#run-hold");
    }

    private Node control(String id) {
        return robot.lookup("#" + id).query();
    }

    private NodeQuery cell(String text) {
        return robot.lookup((Node node) -> node instanceof TableCell<?, ?> cell && text.equals(cell.getText())
                && cell.getScene() != null && cell.isVisible());
    }

    private boolean canBeUsed(String id) {
        return on(() -> !control(id).isDisabled());
    }

    private void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(20))
                .until(() -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
    }

    private <T> T on(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }

    private void untilTold(String accessibleText) {
        until(() -> robot.lookup((Node node) -> accessibleText.equals(node.getAccessibleText())).tryQuery()
                .isPresent());
    }

    private void untilOutcome(Outcome outcome) {
        until(() -> outcome.title().text().equals(robot.lookup(".exchange-outcome").<Label>query().getText()));
    }

    private List<PacketType> held() {
        return on(() -> holding.heldProperty().get().stream().map(line -> line.packet().type()).toList());
    }

    @Test
    void aHandshakeIsHeldAtItsPubrelAndSteppedToItsEnd() {
        showAndPublish();
        holdAt(PacketType.PUBREL);
        until(() -> held().contains(PacketType.PUBREL));
        until(() -> cell("PUBREL").tryQuery().isPresent());
        robot.clickOn(cell("PUBREL").<Node>query());
        until(() -> context.selection().get() != null && context.selection().get().rowChosen().isPresent());
        untilTold("press-4, sender: waits for PUBCOMP, now");
        untilTold("Broker, receiver: waits for PUBREL, now");
        untilTold("PUBREL: held at the tap, the other side has not got it");
        int row = on(() -> context.selection().get().rowChosen().orElseThrow());
        int id = tap.snapshot().exchangeId(row);
        Exchange then = tap.snapshot().exchange(id);
        assertEquals(List.of(SenderState.AWAIT_PUBCOMP, ReceiverState.AWAIT_PUBREL),
                List.of(then.sender(), then.receiver()));

        robot.push(KeyCode.F5);
        untilTold("PUBCOMP: held at the tap, the other side has not got it");
        untilTold("press-4, sender: waits for PUBCOMP, now");
        untilTold("Broker, receiver: idle, now");
        robot.push(KeyCode.F5);
        untilOutcome(Outcome.COMPLETE);
        assertEquals(Outcome.COMPLETE, tap.snapshot().exchange(id).outcome());
        assertEquals(new Selection.Row(tap.snapshot().exchange(id).lastRow()), on(() -> context.selection().get()),
                "the selection went along");

        robot.clickOn("#run-hold");
        until(() -> held().isEmpty());
        assertEquals(List.of(), tap.tap().holds().breakpoints());
        until(() -> !canBeUsed("run-step") && !canBeUsed("run-resume"));
    }

    /** A forgotten breakpoint never stops a plant: nobody can let a packet go by a window that does not answer. */
    @Test
    void aWindowThatHangsLetsGoOfWhatItHoldsAndSaysSoAfterwards() {
        showAndPublish();
        holdAt(PacketType.PUBREL);
        until(() -> held().contains(PacketType.PUBREL));
        CompletableFuture<Void> answer = new CompletableFuture<>();
        Platform.runLater(answer::join);
        try {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() ->
                    tap.snapshot().totals().packets().getOrDefault(PacketType.PUBCOMP, 0L) > 0);
        } finally {
            answer.complete(null);
        }
        until(() -> robot.lookup((Node node) -> node instanceof Label label && label.getText() != null
                && label.getText().startsWith("The window did not")).tryQuery().isPresent());
        until(() -> !holding.onProperty().get());
    }

    @Test
    void resumeLetsAllGoAndStopsAgain() {
        showAndPublish();
        holdAt(PacketType.PUBLISH);
        until(() -> held().size() >= 2);
        robot.push(KeyCode.F8);
        until(() -> tap.snapshot().totals().packets().getOrDefault(PacketType.PUBACK, 0L) > 0
                || tap.snapshot().totals().packets().getOrDefault(PacketType.PUBREC, 0L) > 0);
        assertFalse(tap.tap().holds().breakpoints().isEmpty());
        until(() -> !held().isEmpty());
    }

    @Test
    void withoutATapNothingCanBeHeld() {
        assertFalse(canBeUsed("run-hold") || canBeUsed("run-step") || canBeUsed("run-resume"));
        robot.interact(() -> context.shown().show(tap));
        until(() -> canBeUsed("run-hold"));
        assertFalse(canBeUsed("run-step") || canBeUsed("run-resume"));
        workspace.end(tap);
        robot.interact(workbench.pulse()::arm);
        until(() -> !canBeUsed("run-hold"));
    }

    @Test
    void theTypesAreChosenInTheMenuOfTheButton() {
        robot.interact(() -> context.shown().show(tap));
        robot.clickOn("#run-hold-at").clickOn("PUBREC");
        until(() -> !holding.settings().types().contains(PacketType.PUBREC));
        assertTrue(holding.settings().types().contains(PacketType.PUBREL));
        robot.clickOn("#run-hold-at").clickOn("All but Keep Alive");
        until(() -> holding.settings().types().equals(HoldSettings.ALL));
    }
}
