package dev.fourshake.ui.view.drill;

import dev.fourshake.app.data.UserData;
import dev.fourshake.app.drill.DrillDevices;
import dev.fourshake.app.drill.DrillPlan;
import dev.fourshake.app.drill.Site;
import dev.fourshake.app.drill.Site.SiteMessage;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.ui.view.DeviceTlsFields;
import dev.fourshake.ui.view.FormMistake;
import dev.fourshake.ui.workbench.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** What has to be known of a device that is not ours. */
final class SiteFields {

    private static final Texts TEXTS = Texts.of(SiteFields.class);

    private final TextField listen = field("listen", "1884");
    private final TextField topics = field("topics", "");
    private final TextField trigger = field("trigger", "");
    private final TextField message = field("message", "");
    private final DeviceTlsFields tls;
    private final VBox node = new VBox(3);

    SiteFields(UserData data, Runnable changed) {
        add("listen", listen, changed);
        ComboBox<DeviceTlsFields.Choice> encryption = new ComboBox<>();
        encryption.setId("drill-device-tls");
        encryption.setMaxWidth(Double.MAX_VALUE);
        Label trust = new Label();
        trust.setWrapText(true);
        trust.setMinHeight(Label.USE_PREF_SIZE);
        DeviceTlsFields.Files files = new DeviceTlsFields.Files();
        tls = new DeviceTlsFields(data, encryption, trust, files);
        tls.onChange(changed);
        Label label = new Label(TEXTS.get("site.deviceTls"));
        label.setLabelFor(encryption);
        node.getChildren().addAll(label, encryption, trust, files.certificateLabel(), files.certificate(),
                files.keyLabel(), files.key());
        add("topics", topics, changed);
        add("trigger", trigger, changed);
        add("message", message, changed);
    }

    private void add(String key, TextField field, Runnable changed) {
        field.textProperty().subscribe((_, _) -> changed.run());
        Label label = new Label(TEXTS.get("site." + key));
        label.setLabelFor(field);
        node.getChildren().addAll(label, field);
    }

    private static TextField field(String key, String text) {
        TextField field = new TextField(text);
        field.setId("drill-" + key);
        field.setPromptText(TEXTS.get("site." + key + ".prompt"));
        return field;
    }

    Node node() {
        return node;
    }

    DrillDevices devices(DrillPlan plan) throws FormMistake {
        if (plan.versions().size() > 1) {
            throw new FormMistake(TEXTS.get("mistake.oneProtocol"));
        }
        if (plan.directions().contains(Direction.CLIENT_TO_SERVER) && topics.getText().isBlank()) {
            throw new FormMistake(TEXTS.get("mistake.topics"), topics);
        }
        if (plan.directions().contains(Direction.SERVER_TO_CLIENT) && message.getText().isBlank()) {
            throw new FormMistake(TEXTS.get("mistake.message"), message);
        }
        return new DrillDevices.AtSite(new Site(address(listen), tls.read(),
                Optional.of(topics.getText().strip()).filter(text -> !text.isEmpty()), message(trigger),
                message(message)));
    }

    static HostPort address(TextField field) throws FormMistake {
        try {
            return HostPort.parse(field.getText().strip());
        } catch (IllegalArgumentException _) {
            throw new FormMistake(TEXTS.get("mistake.address", field.getText()), field);
        }
    }

    private static Optional<SiteMessage> message(TextField field) throws FormMistake {
        String text = field.getText().strip();
        Optional<SiteMessage> parsed = SiteMessage.parse(text);
        if (parsed.isEmpty() && !text.isEmpty()) {
            throw new FormMistake(TEXTS.get("mistake.pair", text), field);
        }
        return parsed;
    }
}
