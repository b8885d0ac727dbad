package dev.fourshake.ui.hold;

import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.ui.view.Choices;
import dev.fourshake.ui.view.FormMistake;
import dev.fourshake.ui.workbench.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The fields of a PUBLISH. Its payload is edited as text where it is text. */
final class PublishFields implements PacketFields {

    private static final Texts TEXTS = Texts.of(PublishFields.class);

    private final TextField topic = new TextField();
    private final ComboBox<Qos> qos = new ComboBox<>();
    private final CheckBox dup = new CheckBox("DUP");
    private final CheckBox retain = new CheckBox("RETAIN");
    private final TextField packetId = new TextField();
    private final TextArea payload = new TextArea();
    private final GridPane grid = new GridPane(8, 6);
    private Publish shown;
    private String shownTopic = "";

    PublishFields() {
        Choices.fill(qos, List.of(Qos.values()), Qos.AT_MOST_ONCE, each -> TEXTS.get("edit.qos", each.level()));
        topic.setId("edit-topic");
        payload.setId("edit-payload");
        payload.setPrefRowCount(3);
        payload.setWrapText(true);
        packetId.setId("edit-packet-id");
        packetId.setPrefColumnCount(6);
        HBox flags = new HBox(12, qos, dup, retain, new Label(TEXTS.get("edit.packetId")), packetId);
        flags.setAlignment(Pos.CENTER_LEFT);
        grid.addRow(0, new Label(TEXTS.get("edit.topic")), topic);
        grid.addRow(1, new Label(TEXTS.get("edit.flags")), flags);
        grid.addRow(2, new Label(TEXTS.get("edit.payload")), payload);
        GridPane.setHgrow(topic, Priority.ALWAYS);
    }

    @Override
    public Node node() {
        return grid;
    }

    @Override
    public boolean show(Packet packet) {
        if (!(packet instanceof Publish publish)) {
            return false;
        }
        shown = publish;
        topic.setText(publish.topicName());
        shownTopic = topic.getText();
        qos.setValue(publish.qos());
        dup.setSelected(publish.dup());
        retain.setSelected(publish.retain());
        packetId.setText(Integer.toString(publish.packetId()));
        // A text control drops carriage returns and other control characters: what it cannot show is left as it is.
        payload.setText(publish.payload().utf8());
        boolean isText = bytes(payload.getText()).equals(publish.payload());
        payload.setDisable(!isText);
        payload.setPromptText(isText ? "" : TEXTS.get("edit.payload.binary"));
        if (!isText) {
            payload.clear();
        }
        return true;
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Packet packet() throws FormMistake {
        int id = qos.getValue() == Qos.AT_MOST_ONCE ? 0
                : (int) FormMistake.number(TEXTS.get("edit.packetId"), packetId, 0, 0xFFFF);
        return new Publish(dup.isSelected(), qos.getValue(), retain.isSelected(), topicName(), id,
                shown.properties(), payload.isDisable() ? shown.payload() : bytes(payload.getText()));
    }

    /** A name with control characters in it stays while nobody types in another one. */
    private String topicName() {
        return topic.getText().equals(shownTopic) ? shown.topicName() : topic.getText();
    }

    @Override
    public void onChange(Runnable listener) {
        packetId.disableProperty().bind(qos.valueProperty().isEqualTo(Qos.AT_MOST_ONCE));
        List.of(topic.textProperty(), qos.valueProperty(), dup.selectedProperty(), retain.selectedProperty(),
                packetId.textProperty(), payload.textProperty())
                .forEach(property -> property.subscribe((_, _) -> listener.run()));
    }
}
