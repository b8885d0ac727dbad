package dev.fourshake.ui.view.publish;

import dev.fourshake.app.client.PayloadSource;
import dev.fourshake.app.client.PublishOptions;
import dev.fourshake.app.workspace.OwnClient;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.ui.view.Choices;
import dev.fourshake.ui.view.FileField;
import dev.fourshake.ui.view.FormMistake;
import dev.fourshake.ui.view.Forms;
import dev.fourshake.ui.view.UserProperties;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.view.Memento;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;

/** The form of a message: what is typed in, and the message that it makes. */
final class PublishForm {

    private static final Texts TEXTS = Texts.of(PublishForm.class);
    private static final long LONGEST_EXPIRY = 0xFFFF_FFFFL;

    @FXML private ComboBox<OwnClient> client;
    @FXML private TextField topic;
    @FXML private ComboBox<Qos> qos;
    @FXML private CheckBox retain;
    @FXML private RadioButton asText;
    @FXML private RadioButton asHex;
    @FXML private RadioButton asFile;
    @FXML private TextArea payload;
    @FXML private HBox fileRow;
    @FXML private TextField file;
    @FXML private TitledPane more;
    @FXML private TextField contentType;
    @FXML private TextField responseTopic;
    @FXML private TextField correlation;
    @FXML private TextField expiry;
    @FXML private CheckBox utf8;
    @FXML private TextArea userProperties;
    @FXML private Button publish;
    @FXML private Label result;

    private final ScrollPane content;
    private final Consumer<PublishForm> onPublish;

    PublishForm(Consumer<PublishForm> onPublish) {
        this.onPublish = onPublish;
        content = Forms.load(this, "publish");
    }

    @FXML
    private void initialize() {
        Choices.fill(qos, List.of(Qos.values()), Qos.EXACTLY_ONCE, level -> TEXTS.get("qos." + level.level()));
        Choices.fill(client, List.of(), null, own -> own.options().clientId());
        fileRow.visibleProperty().bind(asFile.selectedProperty());
        fileRow.managedProperty().bind(asFile.selectedProperty());
        payload.visibleProperty().bind(asFile.selectedProperty().not());
        payload.managedProperty().bind(asFile.selectedProperty().not());
        publish.disableProperty().bind(client.valueProperty().isNull());
        // A property cannot be said before MQTT 5.
        more.disableProperty().bind(client.valueProperty().map(own -> !own.options().version().isMqtt5()).orElse(true));
    }

    ScrollPane content() {
        return content;
    }

    /** The clients to choose from; the chosen one stays chosen while it is among them. */
    void offer(List<OwnClient> clients) {
        Choices.offer(client, clients);
    }

    OwnClient client() {
        return client.getValue();
    }

    /** The message as it stands in the form. */
    PublishOptions message() throws FormMistake {
        if (topic.getText().isBlank()) {
            throw new FormMistake(TEXTS.get("result.topic"), topic);
        }
        PayloadSource source = asText.isSelected() ? new PayloadSource.Text(payload.getText())
                : asHex.isSelected() ? new PayloadSource.Hex(payload.getText())
                : new PayloadSource.FromFile(FileField.path(TEXTS.get("payload.file.name"), file));
        return new PublishOptions(topic.getText(), source, qos.getValue(), retain.isSelected(),
                more.isDisabled() ? Properties.NONE : properties());
    }

    private Properties properties() throws FormMistake {
        List<Property> all = new ArrayList<>();
        if (utf8.isSelected()) {
            all.add(Property.number(PropertyId.PAYLOAD_FORMAT_INDICATOR, 1));
        }
        if (!expiry.getText().isBlank()) {
            all.add(Property.number(PropertyId.MESSAGE_EXPIRY_INTERVAL, FormMistake.number(TEXTS.get("expiry"),
                    expiry, 0, LONGEST_EXPIRY)));
        }
        text(all, PropertyId.CONTENT_TYPE, contentType);
        text(all, PropertyId.RESPONSE_TOPIC, responseTopic);
        if (!correlation.getText().isBlank()) {
            all.add(Property.binary(PropertyId.CORRELATION_DATA, correlationData()));
        }
        all.addAll(UserProperties.parse(userProperties));
        return new Properties(all);
    }

    private static void text(List<Property> all, PropertyId id, TextField field) {
        if (!field.getText().isBlank()) {
            all.add(Property.text(id, field.getText()));
        }
    }

    private Bytes correlationData() throws FormMistake {
        try {
            return Bytes.ofHex(correlation.getText());
        } catch (IllegalArgumentException _) {
            throw new FormMistake(TEXTS.get("result.correlation"), correlation);
        }
    }

    /** Says below the form how it went. */
    void say(String sentence) {
        result.setText(sentence);
    }

    @FXML
    private void publish() {
        onPublish.accept(this);
    }

    @FXML
    private void browse() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("browse.title"));
        File chosen = chooser.showOpenDialog(content.getScene().getWindow());
        if (chosen != null) {
            file.setText(chosen.getPath());
        }
    }

    void focus() {
        topic.requestFocus();
    }

    void saveState(Memento memento) {
        memento.put("topic", topic.getText());
        memento.put("payload", payload.getText());
        memento.put("qos", qos.getValue().level());
        memento.put("retain", retain.isSelected());
        memento.put("more", more.isExpanded());
    }

    void restoreState(Memento memento) {
        memento.text("topic").ifPresent(topic::setText);
        memento.text("payload").ifPresent(payload::setText);
        qos.setValue(Qos.ofLevel(Math.clamp((long) memento.number("qos", 2), 0, 2)));
        retain.setSelected(memento.flag("retain", false));
        more.setExpanded(memento.flag("more", false));
    }
}
