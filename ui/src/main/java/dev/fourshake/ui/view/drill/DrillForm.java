package dev.fourshake.ui.view.drill;

import dev.fourshake.app.data.UserData;
import dev.fourshake.app.drill.Announcement;
import dev.fourshake.app.drill.Credentials;
import dev.fourshake.app.drill.DrillDevices;
import dev.fourshake.app.drill.DrillPlan;
import dev.fourshake.app.drill.DrillTimes;
import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import dev.fourshake.ui.view.BrokerTlsFields;
import dev.fourshake.ui.view.Choices;
import dev.fourshake.ui.view.FileField;
import dev.fourshake.ui.view.FormMistake;
import dev.fourshake.ui.view.Forms;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.view.Memento;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** What is drilled, and what that will do, which is said before it is done. */
final class DrillForm {

    private static final Texts TEXTS = Texts.of(DrillForm.class);

    private enum Target { OWN, SITE }

    /** A drill that can be begun. */
    record Wish(DrillPlan plan, DrillDevices devices) {
    }

    private final ComboBox<Target> target = new ComboBox<>();
    private final TextField broker = new TextField();
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final ComboBox<BrokerTlsFields.Choice> encryption = new ComboBox<>();
    private final Label authorityLabel = new Label();
    private final FileField authority = new FileField();
    private final BrokerTlsFields tls = new BrokerTlsFields(encryption, authorityLabel, authority);
    private final SiteFields site;
    private final ChoiceBoxes<ProtocolVersion> versions = new ChoiceBoxes<>(
            List.of(ProtocolVersion.MQTT_3_1_1, ProtocolVersion.MQTT_5), each -> "MQTT " + each.code(),
            each -> each.name().toLowerCase(Locale.ROOT), this::announce);
    private final ChoiceBoxes<Qos> levels = new ChoiceBoxes<>(List.of(Qos.AT_LEAST_ONCE, Qos.EXACTLY_ONCE),
            each -> TEXTS.get("qos", each.level()), each -> "qos" + each.level(), this::announce);
    private final ChoiceBoxes<Direction> directions = new ChoiceBoxes<>(List.of(Direction.values()),
            each -> TEXTS.get("direction." + each.name()), FaultPoint::code, this::announce);
    private final ChoiceBoxes<Fault> faults = new ChoiceBoxes<>(List.of(Fault.values()),
            each -> each.title().text(), Fault::code, this::announce);
    private final Label effects = new Label();
    private final Label mistake = new Label();
    private final ScrollPane node;
    /** The broker that was proposed last; empty before. */
    private String proposed = "";

    DrillForm(UserData data) {
        site = new SiteFields(data, this::announce);
        encryption.setId("drill-broker-tls");
        encryption.setMaxWidth(Double.MAX_VALUE);
        tls.onChange(this::announce);
        Choices.fill(target, List.of(Target.values()), Target.OWN, each -> TEXTS.get("target." + each.name()));
        target.setId("drill-target");
        target.setMaxWidth(Double.MAX_VALUE);
        broker.setId("drill-broker");
        broker.setPromptText(TEXTS.get("broker.prompt"));
        effects.setId("drill-effects");
        effects.setWrapText(true);
        mistake.setId("drill-mistake");
        Forms.sayMistakesIn(mistake);
        site.node().visibleProperty().bind(target.valueProperty().isEqualTo(Target.SITE));
        site.node().managedProperty().bind(site.node().visibleProperty());
        VBox form = new VBox(4);
        form.getChildren().addAll(label("target", target), target, site.node(), label("broker", broker), broker,
                label("brokerTls", encryption), encryption, authorityLabel, authority, label("user", user), user,
                label("password", password), password, label("versions"), versions.node(), label("levels"),
                levels.node(), label("directions"), directions.node(), label("faults"),
                faults.hints(each -> each.explanation().text()).node(), label("effects"), effects, mistake);
        form.getStyleClass().addAll("fs-form", "fs-drill-form");
        node = new ScrollPane(form);
        node.setFitToWidth(true);
        node.getStyleClass().add("fs-drill-scroll");
        target.valueProperty().subscribe((_, _) -> announce());
        broker.textProperty().subscribe((_, _) -> announce());
        announce();
    }

    private static Label label(String key) {
        Label label = new Label(TEXTS.get("form." + key));
        label.getStyleClass().add("fs-drill-label");
        return label;
    }

    /** What assistive technology reads when the field has the focus. */
    private static Label label(String key, Node field) {
        Label label = label(key);
        label.setLabelFor(field);
        return label;
    }

    Node node() {
        return node;
    }

    /** To its first field. */
    void focus() {
        target.requestFocus();
    }

    /** Proposes a broker that runs, as often as another one does, until the user has typed in one of their own. */
    void propose(Optional<HostPort> running) {
        String now = running.map(HostPort::toString).orElse(proposed);
        if (!now.equals(proposed)) {
            if (!isOwnBroker()) {
                broker.setText(now);
            }
            proposed = now;
        }
    }

    private boolean isOwnBroker() {
        return !broker.getText().isBlank() && !broker.getText().equals(proposed);
    }

    /** What stands in the form; the form says why where that cannot be begun. */
    Optional<Wish> wish() {
        try {
            Wish wish = read();
            mistake.setText("");
            return Optional.of(wish);
        } catch (FormMistake wrong) {
            mistake.setText(wrong.getMessage());
            wrong.show();
            return Optional.empty();
        }
    }

    private Wish read() throws FormMistake {
        if (versions.chosen().isEmpty() || levels.chosen().isEmpty() || directions.chosen().isEmpty()
                || faults.chosen().isEmpty()) {
            throw new FormMistake(TEXTS.get("mistake.nothing"));
        }
        if (broker.getText().isBlank()) {
            throw new FormMistake(TEXTS.get("mistake.broker"), broker);
        }
        DrillPlan plan = new DrillPlan(SiteFields.address(broker), tls.read(),
                new Credentials(text(user), text(password)), versions.chosen(), levels.chosen(), directions.chosen(),
                faults.chosen(), DrillTimes.USUAL);
        return new Wish(plan, target.getValue() == Target.OWN ? DrillDevices.own() : site.devices(plan));
    }

    private static Optional<String> text(TextField field) {
        return Optional.of(field.getText()).filter(text -> !text.isEmpty());
    }

    /** Says what the drill would do; while the form cannot be meant yet, only how much. */
    private void announce() {
        try {
            Wish wish = read();
            effects.setText(Announcement.of(wish.plan(), wish.devices()).stream().map(sentence -> sentence.text())
                    .collect(Collectors.joining("\n")));
            mistake.setText("");
        } catch (FormMistake _) {
            // The mistake is told when the user wants to begin, not while they type.
            effects.setText(TEXTS.get("effects.later"));
        }
    }

    void saveState(Memento memento) {
        memento.put("faults", faults.chosen().stream().map(Fault::code).collect(Collectors.joining(",")));
        // The embedded broker has another port the next time.
        memento.put("broker", isOwnBroker() ? broker.getText() : "");
    }

    void restoreState(Memento memento) {
        memento.text("broker").ifPresent(broker::setText);
        memento.text("faults").ifPresent(codes -> faults.choose(List.of(codes.split(",")).stream()
                .flatMap(code -> Fault.ofCode(code).stream()).collect(Collectors.toSet())));
    }
}
