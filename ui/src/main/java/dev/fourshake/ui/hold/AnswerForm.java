package dev.fourshake.ui.hold;

import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.model.dissect.ReasonCodes;
import dev.fourshake.model.encode.Answers;
import dev.fourshake.model.encode.PacketEncoder;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.ui.view.Choices;
import dev.fourshake.ui.view.FormDialog;
import dev.fourshake.ui.workbench.Texts;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks with what the sender of a held packet is answered in the receiver's place. */
final class AnswerForm {

    private static final Texts TEXTS = Texts.of(AnswerForm.class);

    private final HeldBytes held;
    private final ComboBox<PacketType> type = new ComboBox<>();
    private final ComboBox<Integer> code = new ComboBox<>();
    private final Label meaning = new Label();
    private final Label bytes = new Label();

    AnswerForm(HeldBytes held) {
        this.held = held;
    }

    /** The types that may answer the packet; none where nothing does. */
    static List<PacketType> types(HeldBytes held) {
        return held.packet().map(packet -> Answers.types(packet, held.version(), direction(held))).orElse(List.of());
    }

    private static Direction direction(HeldBytes held) {
        return held.line().packet().direction();
    }

    Optional<Reaction> ask(Window owner) {
        List<PacketType> types = types(held);
        type.setId("answer-type");
        code.setId("answer-code");
        code.setMaxWidth(Double.MAX_VALUE);
        type.setMaxWidth(Double.MAX_VALUE);
        Choices.fill(code, List.of(), null, chosen -> ReactionText.code(type.getValue(), chosen));
        Choices.fill(type, types, types.isEmpty() ? null : types.getFirst(), PacketType::name);
        type.valueProperty().subscribe(this::offerCodes);
        code.valueProperty().subscribe(_ -> preview());
        meaning.setWrapText(true);
        meaning.setMinHeight(34);
        bytes.getStyleClass().add("fs-mono");
        GridPane grid = new GridPane(8, 8);
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(ColumnConstraints.CONSTRAIN_TO_PREF);
        grid.getColumnConstraints().add(labels);
        grid.addRow(0, new Label(TEXTS.get("answer.type")), type);
        grid.addRow(1, new Label(TEXTS.get("answer.code")), code);
        grid.add(meaning, 1, 2);
        grid.addRow(3, new Label(TEXTS.get("answer.bytes")), bytes);
        grid.getStyleClass().add("fs-page");
        Label what = new Label(TEXTS.get("answer.what", HeldCommands.name(held.line()),
                TEXTS.get("side." + direction(held).opposite().name())));
        what.setWrapText(true);
        VBox form = new VBox(8, what, grid);
        form.setPrefWidth(460);
        form.getStyleClass().add("fs-form");
        return FormDialog.ask(owner, TEXTS.get("answer.title"), form, TEXTS.get("answer.ok"),
                () -> new Reaction.Answer(answer()), _ -> { }, code::requestFocus);
    }

    /** Those that the version allows to who would have sent it. */
    private void offerCodes(PacketType chosen) {
        if (chosen != null) {
            List<Integer> codes = IntStream.range(0, 0x100).filter(each -> ReasonCodes.isAllowed(chosen, held.version(),
                    direction(held).opposite(), each)).boxed().toList();
            Choices.offer(code, codes.isEmpty() ? List.of(0) : codes);
            code.setDisable(codes.isEmpty());
            preview();
        }
    }

    private void preview() {
        if (type.getValue() != null && code.getValue() != null) {
            meaning.setText(ReasonCodes.meaning(type.getValue(), held.version(), code.getValue())
                    .map(sentence -> sentence.text()).orElse(""));
            bytes.setText(HexFormat.ofDelimiter(" ").formatHex(answer().toArray()));
        }
    }

    private Bytes answer() {
        return PacketEncoder.encode(Answers.packet(held.packet().orElseThrow(), type.getValue(), code.getValue()),
                held.version());
    }
}
