package dev.fourshake.ui.hold;

import dev.fourshake.model.dissect.ReasonCodes;
import dev.fourshake.model.packet.Acknowledgement;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.packet.Pubcomp;
import dev.fourshake.model.packet.Pubrec;
import dev.fourshake.model.packet.Pubrel;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import dev.fourshake.ui.view.Choices;
import dev.fourshake.ui.view.FormMistake;
import dev.fourshake.ui.workbench.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;

/** The fields of a packet that is a Reason Code and little else. */
final class CodeFields implements PacketFields {

    private static final Texts TEXTS = Texts.of(CodeFields.class);

    private final PacketType type;
    private final ComboBox<Integer> code = new ComboBox<>();
    private final TextField packetId = new TextField();
    private final CheckBox sessionPresent = new CheckBox(TEXTS.get("edit.sessionPresent"));
    private final GridPane grid = new GridPane(8, 6);
    private Properties properties = Properties.NONE;

    CodeFields(Packet packet, ProtocolVersion version) {
        type = packet.type();
        List<Integer> codes = IntStream.range(0, 0x100)
                .filter(each -> ReasonCodes.isAllowed(type, version, null, each)).boxed().toList();
        Choices.fill(code, codes, codes.isEmpty() ? null : codes.getFirst(),
                each -> ReasonCodes.name(type, version, each)
                        .map(name -> TEXTS.get("code", String.format("0x%02X", each), name))
                        .orElse(String.format("0x%02X", each)));
        code.setId("edit-code");
        code.setDisable(codes.isEmpty());
        packetId.setId("edit-packet-id");
        packetId.setPrefColumnCount(6);
        grid.addRow(0, new Label(TEXTS.get("answer.code")), code);
        if (packet instanceof Acknowledgement) {
            grid.addRow(1, new Label(TEXTS.get("edit.packetId")), packetId);
        } else if (packet instanceof Connack) {
            grid.add(sessionPresent, 1, 1);
        }
    }

    @Override
    public Node node() {
        return grid;
    }

    @Override
    public boolean show(Packet packet) {
        if (packet.type() != type) {
            return false;
        }
        packetId.setText(Integer.toString(packet.packetId()));
        switch (packet) {
            case Acknowledgement answer -> shown(answer.reasonCode(), answer.properties());
            case Disconnect disconnect -> shown(disconnect.reasonCode(), disconnect.properties());
            case Connack connack -> {
                shown(connack.reasonCode(), connack.properties());
                sessionPresent.setSelected(connack.sessionPresent());
            }
            case Packet _ -> {
                return false;
            }
        }
        return true;
    }

    private void shown(int reasonCode, Properties its) {
        properties = its;
        code.setValue(reasonCode);
    }

    @Override
    public Packet packet() throws FormMistake {
        int reason = code.getValue() == null ? 0 : code.getValue();
        if (type == PacketType.CONNACK) {
            return new Connack(sessionPresent.isSelected(), reason, properties);
        } else if (type == PacketType.DISCONNECT) {
            return new Disconnect(reason, properties);
        }
        int id = (int) FormMistake.number(TEXTS.get("edit.packetId"), packetId, 0, 0xFFFF);
        return switch (type) {
            case PUBACK -> new Puback(id, reason, properties);
            case PUBREC -> new Pubrec(id, reason, properties);
            case PUBREL -> new Pubrel(id, reason, properties);
            case PUBCOMP -> new Pubcomp(id, reason, properties);
            case RESERVED, CONNECT, CONNACK, PUBLISH, SUBSCRIBE, SUBACK, UNSUBSCRIBE, UNSUBACK, PINGREQ, PINGRESP,
                    DISCONNECT, AUTH -> throw new IllegalStateException(type.name());
        };
    }

    @Override
    public void onChange(Runnable listener) {
        List.of(code.valueProperty(), packetId.textProperty(), sessionPresent.selectedProperty())
                .forEach(property -> property.subscribe((_, _) -> listener.run()));
    }
}
