package dev.fourshake.ui.hold;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.app.tap.hold.HeldPacket;
import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.encode.PacketEncoder;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Only what was typed goes on: all else of the packet stays, and nothing goes on in the place of a mistake. */
class EditFormTest {

    private final FxRobot robot = new FxRobot();
    private final AtomicReference<Reaction> wanted = new AtomicReference<>();

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private void edit(Publish publish) {
        Bytes raw = PacketEncoder.encode(publish, ProtocolVersion.MQTT_5);
        HeldPacket packet = new HeldPacket(1, 1, Direction.CLIENT_TO_SERVER, PacketType.PUBLISH, publish.packetId(), 0,
                Optional.empty(), 0);
        HeldBytes held = new HeldBytes(new HeldLine(packet, 1, -1, "press", publish.topicName()),
                ProtocolVersion.MQTT_5, raw, Optional.of(publish));
        Platform.runLater(() -> new EditForm(held).ask(null).ifPresent(wanted::set));
        await().until(() -> robot.lookup("#edit-hex").tryQuery().isPresent());
    }

    private void type(String field, String text) {
        robot.interact(() -> robot.lookup("#" + field).<TextInputControl>query().setText(text));
    }

    private Publish sent() {
        robot.clickOn("Send On");
        await().until(() -> wanted.get() != null);
        Bytes bytes = ((Reaction.Replace) wanted.get()).packet();
        return (Publish) Decoder.decode(bytes, ProtocolVersion.MQTT_5, Direction.CLIENT_TO_SERVER).packet()
                .orElseThrow();
    }

    private static Publish publish(String topic, String payload) {
        return new Publish(false, Qos.AT_LEAST_ONCE, false, topic, 7, Properties.NONE,
                Bytes.of(payload.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anotherTopicLeavesAPayloadWithCarriageReturnsAsItIs() {
        edit(publish("a/b", "one\r\ntwo\u0001"));
        assertEquals(true, robot.lookup("#edit-payload").<TextArea>query().isDisabled());
        type("edit-topic", "a/c");
        assertEquals(publish("a/c", "one\r\ntwo\u0001"), sent());
    }

    @Test
    void anotherPayloadLeavesATopicThatNoTextFieldCanShowAsItIs() {
        edit(publish("a\nb", "one"));
        type("edit-payload", "two\nthree");
        assertEquals(publish("a\nb", "two\nthree"), sent());
    }

    @Test
    void nothingGoesOnWhileAFieldCannotBeMeant() {
        edit(publish("a/b", "one"));
        type("edit-packet-id", "99999");
        robot.clickOn("Send On");
        await().until(() -> robot.lookup("#edit-packet-id").<TextField>query().isFocused());
        type("edit-packet-id", "9");
        assertEquals(9, sent().packetId());
    }
}
