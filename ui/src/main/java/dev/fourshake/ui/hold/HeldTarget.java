package dev.fourshake.ui.hold;

import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.view.ViewContext;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The held packet that is meant when the user asks for something to be done with one: the one that is selected, or the
 * only one that does not just wait behind another. For the JavaFX thread.
 */
final class HeldTarget {

    private final ViewContext context;
    private final ReadOnlyObjectProperty<List<HeldLine>> held;
    private final ReadOnlyObjectWrapper<Optional<HeldLine>> target = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper canAnswer = new ReadOnlyBooleanWrapper();

    /** @param held all packets that stand at the shown tap; {@link #update} is called when they are others */
    HeldTarget(ViewContext context, ReadOnlyObjectProperty<List<HeldLine>> held) {
        this.context = context;
        this.held = held;
        context.selection().listen(this, _ -> update());
    }

    /** Other packets stand, or another one is selected. */
    void update() {
        Optional<HeldLine> next = selected().or(this::onlyOne);
        if (!next.equals(target.get())) {
            target.set(next);
        }
        canAnswer.set(bytes().filter(packet -> !AnswerForm.types(packet).isEmpty()).isPresent());
    }

    private Optional<HeldLine> onlyOne() {
        List<HeldLine> standing = held.get().stream().filter(line -> line.packet().reaction().isPresent()).toList();
        return standing.size() == 1 ? Optional.of(standing.getFirst()) : Optional.empty();
    }

    /** The held packet that is selected, else the first of the exchange that is. */
    Optional<HeldLine> selected() {
        Selection selection = context.selection().get();
        if (selection == null) {
            return Optional.empty();
        }
        int row = selection.rowChosen().orElse(HeldLine.UNKNOWN);
        int exchange = exchange(selection, row);
        return held.get().stream().filter(line -> row >= 0 && line.row() == row).findFirst()
                .or(() -> held.get().stream().filter(line -> exchange >= 0 && line.exchange() == exchange).findFirst());
    }

    private int exchange(Selection selection, int row) {
        if (selection instanceof Selection.Exchange(int id)) {
            return id;
        }
        TraceSnapshot trace = context.shown().snapshot();
        return row >= 0 && row < trace.rowCount() ? trace.exchangeId(row) : -1;
    }

    /** The packet that is meant, with its bytes; empty while the trace has not caught up. */
    Optional<HeldBytes> bytes() {
        TraceSnapshot trace = context.shown().snapshot();
        return target.get().filter(line -> line.row() >= 0 && line.row() < trace.rowCount()).map(line -> new HeldBytes(
                line, trace.version(line.row()), trace.raw(line.row()), trace.packet(line.row())));
    }

    Optional<HeldLine> get() {
        return target.get();
    }

    ReadOnlyObjectProperty<Optional<HeldLine>> property() {
        return target.getReadOnlyProperty();
    }

    /** Whether the sender of that packet can be answered in the receiver's place. */
    ReadOnlyBooleanProperty canAnswerProperty() {
        return canAnswer.getReadOnlyProperty();
    }
}
