package dev.fourshake.ui.view.subscriptions;

import dev.fourshake.app.client.SubscribeOptions;
import dev.fourshake.app.workspace.OwnClient;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.ui.view.Choices;
import dev.fourshake.ui.view.Forms;
import dev.fourshake.ui.workbench.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The form of a SUBSCRIBE with one Topic Filter. */
final class SubscribeForm {

    private static final Texts TEXTS = Texts.of(SubscribeForm.class);

    @FXML private ComboBox<OwnClient> client;
    @FXML private TextField filter;
    @FXML private ComboBox<Qos> qos;
    @FXML private Button subscribe;
    @FXML private FlowPane options;
    @FXML private CheckBox noLocal;
    @FXML private CheckBox retainAsPublished;
    @FXML private ComboBox<Integer> retainHandling;
    @FXML private Label result;

    private final VBox content;
    private final BiConsumer<OwnClient, SubscribeOptions> onSubscribe;

    SubscribeForm(BiConsumer<OwnClient, SubscribeOptions> onSubscribe) {
        this.onSubscribe = onSubscribe;
        content = Forms.load(this, "subscribe");
    }

    @FXML
    private void initialize() {
        Choices.fill(qos, List.of(Qos.values()), Qos.EXACTLY_ONCE, level -> TEXTS.get("qos.value", level.level()));
        Choices.fill(retainHandling, List.of(0, 1, 2), 0, value -> TEXTS.get("retainHandling." + value));
        Choices.fill(client, List.of(), null, own -> own.options().clientId());
        subscribe.disableProperty().bind(client.valueProperty().isNull());
        // Before MQTT 5 a SUBSCRIBE says the QoS and nothing else.
        options.disableProperty().bind(
                client.valueProperty().map(own -> !own.options().version().isMqtt5()).orElse(true));
    }

    VBox content() {
        return content;
    }

    void offer(List<OwnClient> clients) {
        Choices.offer(client, clients);
    }

    void focus() {
        filter.requestFocus();
    }

    void say(String sentence) {
        result.setText(sentence);
    }

    @FXML
    private void subscribe() {
        asked().ifPresentOrElse(asked -> onSubscribe.accept(client.getValue(), asked),
                () -> say(TEXTS.get("result.filter")));
    }

    private Optional<SubscribeOptions> asked() {
        if (filter.getText().isBlank()) {
            return Optional.empty();
        }
        boolean mqtt5 = !options.isDisabled();
        return Optional.of(new SubscribeOptions(List.of(new TopicSubscription(filter.getText(), qos.getValue(),
                mqtt5 && noLocal.isSelected(), mqtt5 && retainAsPublished.isSelected(),
                mqtt5 ? retainHandling.getValue() : 0)), Properties.NONE));
    }
}
