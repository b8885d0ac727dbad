package dev.fourshake.ui.view.exchange;

import static dev.fourshake.ui.view.exchange.SheetText.TEXTS;

import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The sheet of one exchange from its head to its steps. */
final class SheetPane extends ScrollPane {

    private final HeadPane head;
    private final MachinesPane machines = new MachinesPane();
    private final SidesPane memories = new SidesPane();
    private final LossPane loss = new LossPane();
    private final ReachPane reach;
    private final StepTable steps;
    private ExchangeSheet shown;

    /**
     * @param choose  told the row of the step that the user chose
     * @param showNow done when the user wants to see the exchange as it stands now
     */
    SheetPane(IntConsumer choose, Runnable showNow) {
        head = new HeadPane(showNow);
        reach = new ReachPane(choose);
        steps = new StepTable(choose);
        VBox page = new VBox(head, machines, section("remembers", memories), loss, reach,
                section("steps", steps.node()));
        page.getStyleClass().add("exchange-page");
        getStyleClass().add("exchange-scroll");
        setContent(page);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    private static VBox section(String title, Node content) {
        Label label = new Label(TEXTS.get(title));
        label.getStyleClass().add("exchange-title");
        VBox section = new VBox(label, content);
        section.getStyleClass().add("exchange-section");
        return section;
    }

    /** Shows it; does nothing where it looks the same. */
    void show(ExchangeSheet sheet) {
        if (sheet.equals(shown)) {
            return;
        }
        if (shown == null || shown.exchange().id() != sheet.exchange().id()) {
            setVvalue(0);
        }
        shown = sheet;
        head.show(sheet);
        machines.show(sheet);
        memories.show(sheet, sheet.exchange().sender().explanation().text(),
                sheet.exchange().receiver().explanation().text());
        loss.show(sheet);
        reach.show(sheet.reach());
        steps.show(sheet, sheet.row());
        setAccessibleText(text());
    }

    void tick(Optional<Long> nowNanos) {
        if (shown != null) {
            head.tick(nowNanos);
        }
    }

    /** What is shown, as plain text. */
    String text() {
        return SheetCopy.of(shown, loss.supposesKept());
    }
}
