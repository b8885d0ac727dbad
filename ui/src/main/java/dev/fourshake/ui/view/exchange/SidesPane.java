package dev.fourshake.ui.view.exchange;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** A sentence about each side, beside each other. */
final class SidesPane extends GridPane {

    private final Label senderName = new Label();
    private final Label receiverName = new Label();
    private final Label sender = new Label();
    private final Label receiver = new Label();

    SidesPane() {
        getStyleClass().add("exchange-sides");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        getColumnConstraints().addAll(half, half);
        for (Label name : List.of(senderName, receiverName)) {
            name.getStyleClass().add("exchange-muted");
        }
        for (Label sentence : List.of(sender, receiver)) {
            sentence.setWrapText(true);
        }
        addRow(0, part(senderName, sender), part(receiverName, receiver));
    }

    private static VBox part(Label name, Label sentence) {
        VBox part = new VBox(name, sentence);
        sentence.setMinHeight(USE_PREF_SIZE);
        setValignment(part, VPos.TOP);
        return part;
    }

    void show(ExchangeSheet sheet, String ofSender, String ofReceiver) {
        senderName.setText(SheetText.sender(sheet));
        receiverName.setText(SheetText.receiver(sheet));
        sender.setText(ofSender);
        receiver.setText(ofReceiver);
    }
}
