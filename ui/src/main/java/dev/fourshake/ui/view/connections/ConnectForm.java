package dev.fourshake.ui.view.connections;

import dev.fourshake.app.client.ConnectOptions;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.Will;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.ProtocolVersion;
import dev.fourshake.ui.view.Choices;
import dev.fourshake.ui.view.FormMistake;
import dev.fourshake.ui.view.Forms;
import dev.fourshake.ui.view.UserProperties;
import dev.fourshake.ui.workbench.Texts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.Tab;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

/** The form of a CONNECT: all that it can say, and the tap that it goes through. */
final class ConnectForm {

    private static final Texts TEXTS = Texts.of(ConnectForm.class);
    private static final long UINT32 = 0xFFFF_FFFFL;

    @FXML private ComboBox<LiveTap> tap;
    @FXML private ComboBox<ProtocolVersion> version;
    @FXML private TextField clientId;
    @FXML private CheckBox cleanStart;
    @FXML private TextField sessionExpiry;
    @FXML private TextField keepAlive;
    @FXML private TextField userName;
    @FXML private PasswordField password;
    @FXML private TextField willTopic;
    @FXML private TextArea willPayload;
    @FXML private ComboBox<Qos> willQos;
    @FXML private CheckBox willRetain;
    @FXML private TextField willDelay;
    @FXML private Tab mqtt5;
    @FXML private TextField receiveMaximum;
    @FXML private TextField maximumPacketSize;
    @FXML private TextArea userProperties;
    @FXML private Label mistake;

    private final Node content;

    /**
     * @param taps     to choose from
     * @param proposal a Client Identifier that is not taken
     */
    ConnectForm(List<LiveTap> taps, LiveTap chosen, String proposal) {
        content = Forms.load(this, "connect");
        Choices.fill(tap, taps, chosen, LiveTap::title);
        clientId.setText(proposal);
    }

    @FXML
    private void initialize() {
        Choices.fill(version, List.of(ProtocolVersion.values()), ProtocolVersion.MQTT_5,
                value -> TEXTS.get("connect.version.value", value.code()));
        Choices.fill(willQos, List.of(Qos.values()), Qos.AT_LEAST_ONCE, qos -> TEXTS.get("qos.value", qos.level()));
        var before5 = version.valueProperty().map(value -> !value.isMqtt5());
        mqtt5.disableProperty().bind(before5);
        sessionExpiry.disableProperty().bind(before5);
        willDelay.disableProperty().bind(before5);
    }

    Node content() {
        return content;
    }

    LiveTap tap() {
        return tap.getValue();
    }

    /** Shows below the form what cannot be meant. */
    void say(String sentence) {
        mistake.setText(sentence);
    }

    void focus() {
        clientId.requestFocus();
        clientId.selectAll();
    }

    /** The CONNECT as it stands in the form. */
    ConnectOptions options() throws FormMistake {
        ConnectOptions.Builder builder = ConnectOptions.to(tap.getValue().addressForClients(), version.getValue(),
                        clientId.getText())
                .cleanStart(cleanStart.isSelected())
                .keepAlive((int) FormMistake.number(TEXTS.get("connect.keepAlive"), keepAlive, 0, 65_535));
        if (!userName.getText().isEmpty()) {
            builder.userName(userName.getText());
        }
        if (!password.getText().isEmpty()) {
            builder.password(password.getText());
        }
        if (!willTopic.getText().isBlank()) {
            builder.will(will());
        }
        if (version.getValue().isMqtt5()) {
            for (Property property : properties()) {
                builder.property(property);
            }
        }
        return builder.build();
    }

    private Will will() throws FormMistake {
        List<Property> properties = new ArrayList<>();
        if (version.getValue().isMqtt5()) {
            addNumber(properties, PropertyId.WILL_DELAY_INTERVAL, willDelay, 0, UINT32);
        }
        return new Will(willTopic.getText(), Bytes.of(willPayload.getText().getBytes(StandardCharsets.UTF_8)),
                willQos.getValue(), willRetain.isSelected(), new Properties(properties));
    }

    private List<Property> properties() throws FormMistake {
        List<Property> all = new ArrayList<>();
        addNumber(all, PropertyId.SESSION_EXPIRY_INTERVAL, sessionExpiry, 0, UINT32);
        addNumber(all, PropertyId.RECEIVE_MAXIMUM, receiveMaximum, 1, 65_535);
        addNumber(all, PropertyId.MAXIMUM_PACKET_SIZE, maximumPacketSize, 1, UINT32);
        all.addAll(UserProperties.parse(userProperties));
        return all;
    }

    private static void addNumber(List<Property> all, PropertyId id, TextField field, long least, long most)
            throws FormMistake {
        if (!field.getText().isBlank()) {
            all.add(Property.number(id, FormMistake.number(id.title(), field, least, most)));
        }
    }
}
