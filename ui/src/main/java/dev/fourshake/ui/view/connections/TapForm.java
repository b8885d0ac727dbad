package dev.fourshake.ui.view.connections;

import dev.fourshake.app.data.UserData;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.tap.tls.TrustGrant;
import dev.fourshake.app.workspace.TapPlan;
import dev.fourshake.ui.view.BrokerTlsFields;
import dev.fourshake.ui.view.DeviceTlsFields;
import dev.fourshake.ui.view.FileField;
import dev.fourshake.ui.view.FormMistake;
import dev.fourshake.ui.view.Forms;
import dev.fourshake.ui.workbench.Texts;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** The form of a tap: where it listens, where it connects on to, and who has to trust whom. */
final class TapForm {

    private static final Texts TEXTS = Texts.of(TapForm.class);

    @FXML private TextField name;
    @FXML private TextField listen;
    @FXML private Label reach;
    @FXML private ComboBox<DeviceTlsFields.Choice> deviceTls;
    @FXML private Label trust;
    @FXML private Label certificateLabel;
    @FXML private FileField certificate;
    @FXML private Label keyLabel;
    @FXML private FileField key;
    @FXML private TextField broker;
    @FXML private ComboBox<BrokerTlsFields.Choice> brokerTls;
    @FXML private Label authorityLabel;
    @FXML private FileField authority;
    @FXML private HBox grantsRow;
    @FXML private Label granted;
    @FXML private CheckBox record;
    @FXML private Label mistake;

    private final UserData data;
    private DeviceTlsFields deviceFields;
    private BrokerTlsFields brokerFields;
    private final Node content;
    private List<TrustGrant> grants = List.of();

    /** An empty form. */
    TapForm(UserData data) {
        this.data = data;
        content = Forms.load(this, "tap");
    }

    /** A form that is filled in already. */
    TapForm(UserData data, TapPlan plan) {
        this(data);
        TapOptions options = plan.options();
        name.setText(options.name());
        listen.setText(options.listen().toString());
        broker.setText(options.broker().toString());
        record.setSelected(plan.record());
        showGrants(options.grants());
        deviceFields.show(options.deviceTls());
        brokerFields.show(options.brokerTls());
    }

    @FXML
    private void initialize() {
        deviceFields = new DeviceTlsFields(data, deviceTls, trust,
                new DeviceTlsFields.Files(certificateLabel, certificate, keyLabel, key));
        brokerFields = new BrokerTlsFields(brokerTls, authorityLabel, authority);
        listen.textProperty().subscribe(_ -> sayReach());
        showGrants(List.of());
    }

    /** Listening beyond this machine is the user's word, and said before it is done. */
    private void sayReach() {
        String host = listen.getText().contains(":") ? listen.getText().substring(0, listen.getText().lastIndexOf(':'))
                : HostPort.LOOPBACK;
        Optional<InetAddress> address = literal(host);
        boolean far = !host.isBlank() && !host.equalsIgnoreCase("localhost")
                && address.filter(InetAddress::isLoopbackAddress).isEmpty();
        boolean all = address.filter(InetAddress::isAnyLocalAddress).isPresent();
        reach.setText(far ? all ? TEXTS.get("form.reach.all") : TEXTS.get("form.reach", host) : "");
        reach.setManaged(far);
        reach.setVisible(far);
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    Node content() {
        return content;
    }

    void say(String sentence) {
        mistake.setText(sentence);
    }

    void focus() {
        name.requestFocus();
    }

    /** The tap as it stands in the form. */
    TapPlan plan() throws FormMistake {
        if (name.getText().isBlank()) {
            throw new FormMistake(TEXTS.get("mistake.name"), name);
        }
        TapOptions options = new TapOptions(name.getText().strip(), address("form.listen", listen),
                address("form.broker", broker), deviceFields.read(), brokerFields.read(), grants);
        if (options.broker().port() == 0) {
            throw new FormMistake(TEXTS.get("mistake.address", broker.getText()), broker);
        }
        if (options.leadsToItself()) {
            throw new FormMistake(TEXTS.get("mistake.itself"), listen);
        }
        return new TapPlan(options, record.isSelected());
    }

    private static HostPort address(String label, TextField field) throws FormMistake {
        if (field.getText().isBlank()) {
            throw new FormMistake(TEXTS.get("mistake.noAddress", TEXTS.get(label)), field);
        }
        try {
            return HostPort.parse(field.getText().strip());
        } catch (IllegalArgumentException _) {
            throw new FormMistake(TEXTS.get("mistake.address", field.getText().strip()), field);
        }
    }

    private void showGrants(List<TrustGrant> shown) {
        grants = shown;
        granted.setText(TEXTS.get("form.granted", grants.stream().map(TrustGrant::device).distinct()
                .collect(Collectors.joining(", "))));
        grantsRow.setVisible(!grants.isEmpty());
        grantsRow.setManaged(!grants.isEmpty());
    }

    @FXML
    private void forgetGrants() {
        showGrants(List.of());
    }
}
