package dev.fourshake.ui.view.connections;

import dev.fourshake.app.data.UserData;
import dev.fourshake.app.tap.BrokerTls;
import dev.fourshake.app.tap.DeviceTls;
import dev.fourshake.app.tap.HostPort;
import dev.fourshake.app.tap.OwnAuthority;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.tap.TrustGrant;
import dev.fourshake.app.workspace.TapPlan;
import dev.fourshake.ui.view.Choices;
import dev.fourshake.ui.view.FormMistake;
import dev.fourshake.ui.view.Forms;
import dev.fourshake.ui.workbench.Texts;
import java.io.File;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;

/** The form of a tap: where it listens, where it connects on to, and who has to trust whom. */
final class TapForm {

    private static final Texts TEXTS = Texts.of(TapForm.class);

    private enum DeviceChoice { NONE, OWN, FILES }

    private enum BrokerChoice { NONE, SYSTEM, AUTHORITY, ANYTHING }

    @FXML private TextField name;
    @FXML private TextField listen;
    @FXML private Label reach;
    @FXML private ComboBox<DeviceChoice> deviceTls;
    @FXML private Label trust;
    @FXML private Label certificateLabel;
    @FXML private HBox certificateRow;
    @FXML private TextField certificate;
    @FXML private Label keyLabel;
    @FXML private HBox keyRow;
    @FXML private TextField key;
    @FXML private TextField broker;
    @FXML private ComboBox<BrokerChoice> brokerTls;
    @FXML private Label authorityLabel;
    @FXML private HBox authorityRow;
    @FXML private TextField authority;
    @FXML private HBox grantsRow;
    @FXML private Label granted;
    @FXML private CheckBox record;
    @FXML private Label mistake;

    private final UserData data;
    private final Node content;
    private List<TrustGrant> grants = List.of();

    /** An empty form. */
    TapForm(UserData data) {
        this.data = data;
        content = Forms.load(this, "tap");
        trust.setText(TEXTS.get("form.trust", OwnAuthority.certificateFile(tlsDirectory()).toString()));
    }

    private Path tlsDirectory() {
        return data.resolve("tls");
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
        deviceTls.setValue(switch (options.deviceTls()) {
            case DeviceTls.None _ -> DeviceChoice.NONE;
            case DeviceTls.Own _ -> DeviceChoice.OWN;
            case DeviceTls.Pem(Path chain, Path secret) -> {
                certificate.setText(chain.toString());
                key.setText(secret.toString());
                yield DeviceChoice.FILES;
            }
        });
        brokerTls.setValue(switch (options.brokerTls()) {
            case BrokerTls.None _ -> BrokerChoice.NONE;
            case BrokerTls.SystemTrust _ -> BrokerChoice.SYSTEM;
            case BrokerTls.Unverified _ -> BrokerChoice.ANYTHING;
            case BrokerTls.PemTrust(Path trusted) -> {
                authority.setText(trusted.toString());
                yield BrokerChoice.AUTHORITY;
            }
        });
    }

    @FXML
    private void initialize() {
        Choices.fill(deviceTls, List.of(DeviceChoice.values()), DeviceChoice.NONE,
                choice -> TEXTS.get("deviceTls." + choice.name()));
        Choices.fill(brokerTls, List.of(BrokerChoice.values()), BrokerChoice.NONE,
                choice -> TEXTS.get("brokerTls." + choice.name()));
        ObservableValue<Boolean> files = deviceTls.valueProperty().map(choice -> choice == DeviceChoice.FILES);
        ObservableValue<Boolean> trusts = brokerTls.valueProperty().map(choice -> choice == BrokerChoice.AUTHORITY);
        showWhen(deviceTls.valueProperty().map(choice -> choice == DeviceChoice.OWN), trust);
        showWhen(files, certificateLabel, certificateRow, keyLabel, keyRow);
        showWhen(trusts, authorityLabel, authorityRow);
        listen.textProperty().subscribe(_ -> sayReach());
        showGrants(List.of());
    }

    private static void showWhen(ObservableValue<Boolean> condition, Node... nodes) {
        for (Node node : nodes) {
            node.visibleProperty().bind(condition);
            node.managedProperty().bind(condition);
        }
    }

    /** Listening beyond this machine is the user's word, and said before it is done. */
    private void sayReach() {
        String host = listen.getText().contains(":") ? listen.getText().substring(0, listen.getText().lastIndexOf(':'))
                : HostPort.LOOPBACK;
        boolean far = !host.isBlank() && !isLoopback(host);
        reach.setText(far ? TEXTS.get("form.reach", host) : "");
        reach.setManaged(far);
        reach.setVisible(far);
    }

    private static boolean isLoopback(String host) {
        try {
            return host.equalsIgnoreCase("localhost") || InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", ""))
                    .isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
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
            throw new FormMistake(TEXTS.get("mistake.name"));
        }
        DeviceTls device = switch (deviceTls.getValue()) {
            case NONE -> new DeviceTls.None();
            case OWN -> new DeviceTls.Own(tlsDirectory());
            case FILES -> new DeviceTls.Pem(file(certificate, "form.certificate"), file(key, "form.key"));
        };
        BrokerTls server = switch (brokerTls.getValue()) {
            case NONE -> new BrokerTls.None();
            case SYSTEM -> new BrokerTls.SystemTrust();
            case AUTHORITY -> new BrokerTls.PemTrust(file(authority, "form.authority"));
            case ANYTHING -> new BrokerTls.Unverified();
        };
        TapOptions options = new TapOptions(name.getText().strip(), address(listen), address(broker), device, server,
                grants);
        if (options.broker().port() == 0) {
            throw new FormMistake(TEXTS.get("mistake.address", broker.getText()));
        }
        return new TapPlan(options, record.isSelected());
    }

    private static HostPort address(TextField field) throws FormMistake {
        try {
            return HostPort.parse(field.getText().strip());
        } catch (IllegalArgumentException _) {
            throw new FormMistake(TEXTS.get("mistake.address", field.getText()));
        }
    }

    private static Path file(TextField field, String label) throws FormMistake {
        if (field.getText().isBlank()) {
            throw new FormMistake(TEXTS.get("mistake.file", TEXTS.get(label)));
        }
        return Path.of(field.getText().strip());
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

    @FXML
    private void browseCertificate() {
        browse(certificate);
    }

    @FXML
    private void browseKey() {
        browse(key);
    }

    @FXML
    private void browseAuthority() {
        browse(authority);
    }

    private static void browse(TextField field) {
        FileChooser chooser = new FileChooser();
        File chosen = chooser.showOpenDialog(field.getScene().getWindow());
        if (chosen != null) {
            field.setText(chosen.getPath());
        }
    }
}
