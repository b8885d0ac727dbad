package dev.fourshake.ui.view.exchange;

import static dev.fourshake.ui.view.exchange.SheetText.TEXTS;

import dev.fourshake.model.exchange.Outcome;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The two machines: the sender's states at the left, the receiver's at the right, the packets between them. */
final class MachinesPane extends GridPane {

    private static final int SENDER = 0;
    private static final int PACKETS = 1;
    private static final int RECEIVER = 2;

    MachinesPane() {
        getStyleClass().add("exchange-machines");
        for (double share : new double[] {38, 24, 38}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            column.setHalignment(HPos.CENTER);
            getColumnConstraints().add(column);
        }
    }

    void show(ExchangeSheet sheet) {
        getChildren().clear();
        Ladder ladder = sheet.ladder();
        String sender = SheetText.sender(sheet);
        String receiver = SheetText.receiver(sheet);
        add(head(sender, TEXTS.get("role.sender")), SENDER, 0);
        add(head(receiver, TEXTS.get("role.receiver")), RECEIVER, 0);
        boolean complete = sheet.exchange().outcome() == Outcome.COMPLETE;
        side(ladder.sender(), SENDER, sender, TEXTS.get("role.sender"), complete);
        side(ladder.receiver(), RECEIVER, receiver, TEXTS.get("role.receiver"), complete);
        for (int i = 0; i < ladder.rungs().size(); i++) {
            add(new RungArrow(ladder.rungs().get(i), sheet.exchange().kind()), PACKETS, 2 * i + 2);
        }
    }

    private static Node head(String name, String role) {
        Label who = new Label(name);
        who.getStyleClass().add("exchange-peer");
        Label what = new Label(role);
        what.getStyleClass().add("exchange-muted");
        VBox head = new VBox(who, what);
        head.setAlignment(Pos.CENTER);
        head.getStyleClass().add("exchange-peer-head");
        return head;
    }

    private void side(List<Stage> stages, int column, String name, String role, boolean complete) {
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            boolean done = complete && i == stages.size() - 1 && stage.mark() == Stage.Mark.CURRENT;
            add(box(stage, name, role, done), column, 2 * i + 1);
            if (i > 0) {
                add(rail(stage, column == SENDER), column, 2 * i);
            }
        }
    }

    private static Label box(Stage stage, String name, String role, boolean done) {
        Label box = new Label(stage.title().text());
        box.getStyleClass().add("exchange-stage");
        String mark = stage.mark().name().toLowerCase(Locale.ROOT);
        box.pseudoClassStateChanged(PseudoClass.getPseudoClass(mark), true);
        box.setAccessibleText(TEXTS.get("stage." + mark, name, role, box.getText()));
        box.setMaxWidth(Double.MAX_VALUE);
        if (done) {
            box.pseudoClassStateChanged(PseudoClass.getPseudoClass("done"), true);
            box.setGraphic(new FontIcon(Feather.CHECK));
        }
        return box;
    }

    /** What leads into a state: a line, and outside of it when. */
    private static Node rail(Stage into, boolean timeAtLeft) {
        Region line = new Region();
        line.getStyleClass().add("exchange-rail");
        line.pseudoClassStateChanged(PseudoClass.getPseudoClass("ahead"), into.mark() == Stage.Mark.AHEAD);
        Label when = new Label(SheetText.after(into));
        when.getStyleClass().add("exchange-when");
        HBox left = half(Pos.CENTER_RIGHT);
        HBox right = half(Pos.CENTER_LEFT);
        (timeAtLeft ? left : right).getChildren().add(when);
        when.getStyleClass().add(timeAtLeft ? "left" : "right");
        return new StackPane(new HBox(left, right), line);
    }

    private static HBox half(Pos alignment) {
        HBox half = new HBox();
        half.setAlignment(alignment);
        half.setPrefWidth(0);
        half.setMinWidth(0);
        HBox.setHgrow(half, Priority.ALWAYS);
        return half;
    }
}
