package dev.fourshake.ui.view;

import dev.fourshake.app.data.UserData;
import dev.fourshake.app.tap.tls.DeviceTls;
import dev.fourshake.app.tap.tls.OwnAuthority;
import dev.fourshake.ui.workbench.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;

/** Whether devices speak TLS with a tap, and with which certificate, as each form that has a tap asks for it. */
public final class DeviceTlsFields {

    private static final Texts TEXTS = Texts.of(DeviceTlsFields.class);

    /** What there is to choose from. */
    public enum Choice { NONE, OWN, FILES }

    /** The user's own certificate, with what stands in front of its two files. */
    public record Files(Label certificateLabel, FileField certificate, Label keyLabel, FileField key) {

        public Files() {
            this(new Label(), new FileField(), new Label(), new FileField());
        }
    }

    private final ComboBox<Choice> choice;
    private final Files files;
    private final Path directory;

    /** Takes these controls of a form. @param trust says what devices have to trust; shows while that is needed */
    public DeviceTlsFields(UserData data, ComboBox<Choice> choice, Label trust, Files files) {
        this.choice = choice;
        this.files = files;
        directory = data.resolve("tls");
        Choices.fill(choice, List.of(Choice.values()), Choice.NONE, each -> TEXTS.get("deviceTls." + each.name()));
        trust.setText(TEXTS.get("tls.trust", OwnAuthority.certificateFile(directory).toString()));
        files.certificate().label(files.certificateLabel(), TEXTS.get("tls.certificate"));
        files.key().label(files.keyLabel(), TEXTS.get("tls.key"));
        ObservableValue<Boolean> ofUser = choice.valueProperty().map(each -> each == Choice.FILES);
        BrokerTlsFields.showWhen(choice.valueProperty().map(each -> each == Choice.OWN), trust);
        BrokerTlsFields.showWhen(ofUser, files.certificateLabel(), files.certificate(), files.keyLabel(), files.key());
    }

    /** Calls back whenever something else is chosen or typed in. */
    public void onChange(Runnable changed) {
        choice.valueProperty().subscribe((_, _) -> changed.run());
        files.certificate().textProperty().subscribe((_, _) -> changed.run());
        files.key().textProperty().subscribe((_, _) -> changed.run());
    }

    public void show(DeviceTls tls) {
        choice.setValue(switch (tls) {
            case DeviceTls.None _ -> Choice.NONE;
            case DeviceTls.Own _ -> Choice.OWN;
            case DeviceTls.Pem(Path chain, Path secret) -> {
                files.certificate().show(chain);
                files.key().show(secret);
                yield Choice.FILES;
            }
        });
    }

    public DeviceTls read() throws FormMistake {
        return switch (choice.getValue()) {
            case NONE -> new DeviceTls.None();
            case OWN -> new DeviceTls.Own(directory);
            case FILES -> new DeviceTls.Pem(files.certificate().read(), files.key().read());
        };
    }
}
