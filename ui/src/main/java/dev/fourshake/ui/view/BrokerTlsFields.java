package dev.fourshake.ui.view;

import dev.fourshake.app.tap.tls.BrokerTls;
import dev.fourshake.ui.workbench.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;

/** Whether TLS is spoken with the broker and whom to trust, as each form that has a tap asks for it. */
public final class BrokerTlsFields {

    private static final Texts TEXTS = Texts.of(BrokerTlsFields.class);

    /** What there is to choose from. */
    public enum Choice { NONE, SYSTEM, AUTHORITY, ANYTHING }

    private final ComboBox<Choice> choice;
    private final FileField authority;

    /** Takes these controls of a form. @param label in front of {@code authority}; both show while they are needed */
    public BrokerTlsFields(ComboBox<Choice> choice, Label label, FileField authority) {
        this.choice = choice;
        this.authority = authority;
        Choices.fill(choice, List.of(Choice.values()), Choice.NONE, each -> TEXTS.get("brokerTls." + each.name()));
        authority.label(label, TEXTS.get("tls.authority"));
        showWhen(choice.valueProperty().map(each -> each == Choice.AUTHORITY), label, authority);
    }

    static void showWhen(ObservableValue<Boolean> condition, Node... nodes) {
        for (Node node : nodes) {
            node.visibleProperty().bind(condition);
            node.managedProperty().bind(condition);
        }
    }

    /** Calls back whenever something else is chosen or typed in. */
    public void onChange(Runnable changed) {
        choice.valueProperty().subscribe((_, _) -> changed.run());
        authority.textProperty().subscribe((_, _) -> changed.run());
    }

    public void show(BrokerTls tls) {
        choice.setValue(switch (tls) {
            case BrokerTls.None _ -> Choice.NONE;
            case BrokerTls.SystemTrust _ -> Choice.SYSTEM;
            case BrokerTls.Unverified _ -> Choice.ANYTHING;
            case BrokerTls.PemTrust(Path trusted) -> {
                authority.show(trusted);
                yield Choice.AUTHORITY;
            }
        });
    }

    public BrokerTls read() throws FormMistake {
        return switch (choice.getValue()) {
            case NONE -> new BrokerTls.None();
            case SYSTEM -> new BrokerTls.SystemTrust();
            case AUTHORITY -> new BrokerTls.PemTrust(authority.read());
            case ANYTHING -> new BrokerTls.Unverified();
        };
    }
}
