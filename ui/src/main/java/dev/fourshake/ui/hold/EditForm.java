package dev.fourshake.ui.hold;

import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.model.dissect.Decoded;
import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.dissect.Defect;
import dev.fourshake.model.encode.PacketEncoder;
import dev.fourshake.model.packet.Acknowledgement;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.ui.view.FormDialog;
import dev.fourshake.ui.view.FormMistake;
import dev.fourshake.ui.view.Forms;
import dev.fourshake.ui.workbench.Texts;
import java.util.HexFormat;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/**
 * Edits a held packet, by its fields or by its bytes: either follows the other, and the bytes are what goes on. Bytes
 * that are no packet may go on as well, and the form says so.
 */
final class EditForm {

    private static final Texts TEXTS = Texts.of(EditForm.class);

    private final HeldBytes held;
    private final Optional<PacketFields> fields;
    private final TextArea hex = new TextArea();
    private final Label verdict = new Label();
    private final Label mistake = new Label();
    private Optional<FormMistake> inFields = Optional.empty();
    private boolean writing;

    EditForm(HeldBytes held) {
        this.held = held;
        fields = held.packet().flatMap(packet -> fields(packet, held));
        hex.setId("edit-hex");
        hex.getStyleClass().add("fs-mono");
        hex.setWrapText(true);
        hex.setPrefRowCount(5);
        verdict.setWrapText(true);
        verdict.setMinHeight(36);
        Forms.sayMistakesIn(mistake);
        fields.ifPresent(each -> {
            each.show(held.packet().orElseThrow());
            each.onChange(this::fieldsChanged);
        });
        hex.textProperty().subscribe((_, _) -> hexChanged());
        write(held.raw());
    }

    private static Optional<PacketFields> fields(Packet packet, HeldBytes held) {
        return Optional.ofNullable(switch (packet) {
            case Publish _ -> new PublishFields();
            case Acknowledgement _, Connack _, Disconnect _ -> new CodeFields(packet, held.version());
            case Packet _ -> null;
        });
    }

    Optional<Reaction> ask(Window owner) {
        Label ours = new Label(TEXTS.get("edit.ours"));
        ours.setWrapText(true);
        VBox form = new VBox(8, ours);
        fields.ifPresent(each -> form.getChildren().add(each.node()));
        form.getChildren().addAll(new Label(TEXTS.get("edit.hex")), hex, verdict, mistake);
        form.setPrefWidth(600);
        form.getStyleClass().add("fs-form");
        return FormDialog.ask(owner, TEXTS.get("edit.title", HeldCommands.name(held.line())), form,
                TEXTS.get("edit.ok"), () -> new Reaction.Replace(wanted()), mistake::setText, hex::requestFocus);
    }

    /** What goes on: never the bytes of before where the fields say something else that cannot be meant. */
    private Bytes wanted() throws FormMistake {
        if (inFields.isPresent()) {
            throw inFields.get();
        }
        return bytes();
    }

    private Bytes bytes() throws FormMistake {
        try {
            Bytes bytes = Bytes.ofHex(hex.getText());
            if (!bytes.isEmpty()) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // Said below, as for no bytes at all.
        }
        throw new FormMistake(TEXTS.get("edit.mistake.hex"), hex);
    }

    private void fieldsChanged() {
        if (writing) {
            return;
        }
        try {
            write(PacketEncoder.encode(fields.orElseThrow().packet(), held.version()));
            say(Optional.empty());
        } catch (FormMistake wrong) {
            say(Optional.of(wrong));
        } catch (IllegalArgumentException _) {
            say(Optional.of(new FormMistake(TEXTS.get("edit.mistake.long"))));
        }
    }

    private void say(Optional<FormMistake> wrong) {
        inFields = wrong;
        mistake.setText(wrong.map(FormMistake::getMessage).orElse(""));
    }

    private void write(Bytes bytes) {
        writing = true;
        hex.setText(HexFormat.ofDelimiter(" ").formatHex(bytes.toArray()));
        writing = false;
        judge(bytes);
    }

    private void hexChanged() {
        if (writing) {
            return;
        }
        try {
            Bytes bytes = bytes();
            say(Optional.empty());
            judge(bytes).packet().ifPresent(packet -> {
                writing = true;
                fields.ifPresent(each -> each.show(packet));
                writing = false;
            });
        } catch (FormMistake wrong) {
            mistake.setText(wrong.getMessage());
        }
    }

    /** Says what the receiver will make of the bytes. */
    private Decoded judge(Bytes bytes) {
        Decoded decoded = Decoder.decode(bytes, held.version(), held.line().packet().direction());
        Optional<Defect> wrong = decoded.verdict();
        verdict.getStyleClass().removeAll("fs-warning-text");
        if (wrong.isPresent()) {
            verdict.getStyleClass().add("fs-warning-text");
            verdict.setText(TEXTS.get("edit.wrong", wrong.get().message().text()));
        } else if (decoded.length() != bytes.length()) {
            verdict.getStyleClass().add("fs-warning-text");
            verdict.setText(TEXTS.get("edit.surplus", bytes.length() - decoded.length()));
        } else {
            verdict.setText(TEXTS.get("edit.good", decoded.type().name(), bytes.length()));
        }
        return decoded;
    }
}
