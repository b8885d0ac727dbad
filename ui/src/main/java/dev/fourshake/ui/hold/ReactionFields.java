package dev.fourshake.ui.hold;

import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.model.dissect.ReasonCodes;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.ui.view.Choices;
import dev.fourshake.ui.view.FormMistake;
import dev.fourshake.ui.workbench.Texts;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a breakpoint does with a packet: a list to choose from, and what the choice needs to know. */
final class ReactionFields {

    private static final Texts TEXTS = Texts.of(ReactionFields.class);
    private static final List<PacketType> ACKNOWLEDGEMENTS = List.of(PacketType.PUBACK, PacketType.PUBREC,
            PacketType.PUBREL, PacketType.PUBCOMP, PacketType.SUBACK, PacketType.UNSUBACK);

    private enum Kind { HOLD, DROP, DUPLICATE, DELAY, CUT_BEFORE_FIN, CUT_BEFORE_RST, CUT_AFTER_FIN, CUT_AFTER_RST,
            ACKNOWLEDGE, AS_IT_IS }

    private final Reaction before;
    private final ComboBox<Kind> kind = new ComboBox<>();
    private final TextField seconds = new TextField("5");
    private final ComboBox<PacketType> type = new ComboBox<>();
    private final ComboBox<Integer> code = new ComboBox<>();
    private final VBox node;

    ReactionFields(Reaction before) {
        this.before = before;
        List<Kind> kinds = IntStream.range(0, Kind.values().length).mapToObj(i -> Kind.values()[i])
                .filter(each -> each != Kind.AS_IT_IS || kind(before) == Kind.AS_IT_IS).toList();
        Choices.fill(kind, kinds, kind(before), each -> each == Kind.AS_IT_IS ? ReactionText.of(before)
                : TEXTS.get("then." + each.name()));
        Choices.fill(type, ACKNOWLEDGEMENTS, PacketType.PUBREC, PacketType::name);
        Choices.fill(code, List.of(), null, each -> ReactionText.code(type.getValue(), each));
        type.valueProperty().subscribe(this::offerCodes);
        kind.setId("breakpoint-then");
        seconds.setId("breakpoint-seconds");
        seconds.setPrefColumnCount(6);
        switch (before) {
            case Reaction.Delay(Duration by) -> seconds.setText(Double.toString(by.toMillis() / 1e3));
            case Reaction.Acknowledge(PacketType answer, int reasonCode) -> {
                type.setValue(answer);
                code.setValue(reasonCode);
            }
            case Reaction.Hold _, Reaction.Drop _, Reaction.Duplicate _, Reaction.Cut _, Reaction.Answer _,
                 Reaction.Replace _ -> { }
        }
        HBox delay = line(seconds, new Label(TEXTS.get("delay.unit")));
        HBox answer = line(type, code);
        showWhen(kind.valueProperty().map(each -> each == Kind.DELAY), delay);
        showWhen(kind.valueProperty().map(each -> each == Kind.ACKNOWLEDGE), answer);
        node = new VBox(6, kind, delay, answer);
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(8, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static void showWhen(ObservableValue<Boolean> condition, Node shown) {
        shown.visibleProperty().bind(condition);
        shown.managedProperty().bind(condition);
    }

    private static Kind kind(Reaction reaction) {
        return switch (reaction) {
            case Reaction.Hold _ -> Kind.HOLD;
            case Reaction.Drop _ -> Kind.DROP;
            case Reaction.Duplicate _ -> Kind.DUPLICATE;
            case Reaction.Delay _ -> Kind.DELAY;
            case Reaction.Cut(Reaction.Cut.Moment moment, Reaction.Cut.Manner manner) ->
                    Kind.valueOf("CUT_" + moment.name() + "_" + manner.name());
            case Reaction.Acknowledge _ -> Kind.ACKNOWLEDGE;
            // Made by hand in a file: it is kept, and can be replaced.
            case Reaction.Answer _, Reaction.Replace _ -> Kind.AS_IT_IS;
        };
    }

    private void offerCodes(PacketType chosen) {
        Choices.offer(code, IntStream.range(0, 0x100)
                .filter(each -> ReasonCodes.isAllowed(chosen, null, null, each)).boxed().toList());
    }

    Node node() {
        return node;
    }

    Reaction reaction() throws FormMistake {
        return switch (kind.getValue()) {
            case HOLD -> new Reaction.Hold();
            case DROP -> new Reaction.Drop();
            case DUPLICATE -> new Reaction.Duplicate();
            case DELAY -> new Reaction.Delay(DelayForm.duration(TEXTS.get("delay.by"), seconds));
            case CUT_BEFORE_FIN -> new Reaction.Cut(Reaction.Cut.Moment.BEFORE, Reaction.Cut.Manner.FIN);
            case CUT_BEFORE_RST -> new Reaction.Cut(Reaction.Cut.Moment.BEFORE, Reaction.Cut.Manner.RST);
            case CUT_AFTER_FIN -> new Reaction.Cut(Reaction.Cut.Moment.AFTER, Reaction.Cut.Manner.FIN);
            case CUT_AFTER_RST -> new Reaction.Cut(Reaction.Cut.Moment.AFTER, Reaction.Cut.Manner.RST);
            case ACKNOWLEDGE -> new Reaction.Acknowledge(type.getValue(), code.getValue());
            case AS_IT_IS -> before;
        };
    }
}
