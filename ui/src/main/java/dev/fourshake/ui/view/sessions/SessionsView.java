package dev.fourshake.ui.view.sessions;

import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.session.Session;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.view.RecordTable;
import dev.fourshake.ui.view.RecordView;
import dev.fourshake.ui.view.TableFilter;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.util.List;
import java.util.stream.Collectors;

/** The Sessions view: what each Client Identifier and the broker remember of each other, as seen on the wire. */
public final class SessionsView implements RecordView {

    public static final String ID = "sessions";

    private static final Texts TEXTS = Texts.of(SessionsView.class);
    private static final long NEVER = 0xFFFF_FFFFL;

    private final ViewContext context;
    private final RecordTable<Session> table = new RecordTable<>(TEXTS, Session::id);
    private final TableFilter<Session> filter;
    private TraceSnapshot trace = TraceSnapshot.EMPTY;
    private List<Session> shown = List.of();

    public SessionsView(ViewSite site, ViewContext context) {
        this.context = context;
        table.text("client", 150, session -> session.clientId().isEmpty() ? TEXTS.get("anonymous") : session.clientId())
                .text("protocol", 64, session -> session.version().code())
                .text("state", 76, session -> TEXTS.get(session.connectedLink().isPresent() ? "online" : "offline"))
                .text("expiry", 200, SessionsView::expiry)
                .text("present", 116, session -> session.sessionPresent().isEmpty() ? ""
                        : TEXTS.get(session.sessionPresent().getLast() ? "yes" : "no"))
                .number("connections", 100, session -> Integer.toString(session.links().size()),
                        session -> session.links().size())
                .number("outgoing", 96, session -> Integer.toString(session.outgoing()), Session::outgoing)
                .number("incoming", 96, session -> Integer.toString(session.incoming()), Session::incoming)
                .text("subscriptions", 340, session -> session.subscriptions().stream()
                        .map(SessionsView::subscription).collect(Collectors.joining(", ")));
        table.onChoose(session -> context.selection().select(new Selection.Session(session.id()), this));
        context.selection().listen(this, this::reveal);
        filter = new TableFilter<>(site, table, SessionSubject::new, () -> trace);
        site.onPulse(Phase.UPDATE, this::update);
    }

    private static String expiry(Session session) {
        if (session.expirySeconds().isEmpty()) {
            return TEXTS.get("expiry.unknown");
        }
        long seconds = session.expirySeconds().getAsLong();
        return seconds == 0 ? TEXTS.get("expiry.connection")
                : seconds == NEVER ? TEXTS.get("expiry.never") : TEXTS.get("expiry.seconds", seconds);
    }

    private static String subscription(TopicSubscription subscription) {
        return TEXTS.get("subscription", subscription.topicFilter(), subscription.maximumQos().level());
    }

    private void update() {
        TraceSnapshot next = context.shown().snapshot();
        trace = next;
        if (next.sessions() != shown) {
            shown = next.sessions();
            table.fill(shown);
        }
    }

    private void reveal(Selection selection) {
        switch (selection) {
            case Selection.Session(int id) -> table.reveal(id);
            case Selection.Row(int row) when row < trace.rowCount() -> table.reveal(trace.session(row));
            case null, default -> { }
        }
    }

    @Override
    public TableFilter<?> records() {
        return filter;
    }
}
