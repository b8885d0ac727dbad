package dev.fourshake.ui.view.retained;

import dev.fourshake.model.retained.RetainedMessage;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.trace.Times;
import dev.fourshake.ui.view.RecordTable;
import dev.fourshake.ui.view.RecordView;
import dev.fourshake.ui.view.TableFilter;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.util.List;

/**
 * The Retained view: the last retained message of each topic, as seen on the wire. Choosing one goes to its PUBLISH.
 */
public final class RetainedView implements RecordView {

    public static final String ID = "retained";

    private static final Texts TEXTS = Texts.of(RetainedView.class);

    private final ViewContext context;
    private final RecordTable<RetainedMessage> table = new RecordTable<>(TEXTS, RetainedMessage::topic);
    private final TableFilter<RetainedMessage> filter;
    private TraceSnapshot trace = TraceSnapshot.EMPTY;
    private List<RetainedMessage> shown = List.of();

    public RetainedView(ViewSite site, ViewContext context) {
        this.context = context;
        table.text("topic", 280, RetainedMessage::topic)
                .text("state", 90, message -> TEXTS.get(message.cleared() ? "cleared" : "kept"))
                .number("qos", 48, message -> Integer.toString(message.qos().level()), message -> message.qos().level())
                .number("bytes", 80, message -> TEXTS.get("bytes", message.payloadLength()),
                        RetainedMessage::payloadLength)
                .text("expiry", 110, message -> message.expirySeconds() < 0 ? TEXTS.get("expiry.never")
                        : TEXTS.get("expiry.seconds", message.expirySeconds()))
                .text("seen", 120, message -> TEXTS.get(message.fromBroker() ? "from.broker" : "from.client"))
                .number("time", 130, message -> Times.clock(message.timeNanos()), RetainedMessage::timeNanos);
        table.onChoose(message -> context.selection().select(new Selection.Row(message.row()), this));
        context.selection().listen(this, this::reveal);
        filter = new TableFilter<>(site, table, message -> new RetainedSubject(message, trace), () -> trace);
        site.onPulse(Phase.UPDATE, this::update);
    }

    private void update() {
        TraceSnapshot next = context.shown().snapshot();
        trace = next;
        if (next.retained() != shown) {
            shown = next.retained();
            table.fill(shown);
        }
    }

    private void reveal(Selection selection) {
        switch (selection) {
            case Selection.Topic(String name) -> table.reveal(name);
            case Selection.Row(int row) when row < trace.rowCount() -> table.reveal(trace.topic(row));
            case null, default -> { }
        }
    }

    @Override
    public TableFilter<?> records() {
        return filter;
    }
}
