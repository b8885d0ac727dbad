package dev.fourshake.ui.view.exchange;

import dev.fourshake.model.delivery.Delivery;
import dev.fourshake.model.delivery.Publication;
import dev.fourshake.model.delivery.TieKind;
import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.trace.TraceSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * One client's part in the message to which the exchange belongs.
 *
 * @param row               of its first packet; -1 for one that never got it
 * @param role              what it is to the message
 * @param qos               at which it was sent there
 * @param lowered           whether that is less than the publisher's
 * @param sentNanos         from the arrival at the broker to its PUBLISH
 * @param acknowledgedNanos from the arrival at the broker to the subscriber's last acknowledgement
 * @param own               whether it is the exchange that is shown
 */
record ReachLine(int row, String client, Role role, ExchangeKind qos, boolean lowered, OptionalLong sentNanos,
                 OptionalLong acknowledgedNanos, boolean own) {

    /** What a client is to a message. */
    enum Role { PUBLISHER, WILL, SUBSCRIBER, DUPLICATE, STORED, LOST }

    /** The publisher first, then those that got it, then those that did not; none where there is no message. */
    static List<ReachLine> of(TraceSnapshot trace, int exchange) {
        Publication message = trace.message(exchange).orElse(null);
        if (message == null) {
            return List.of();
        }
        List<ReachLine> lines = new ArrayList<>();
        ExchangeKind published = trace.exchange(message.publisher()).kind();
        lines.add(new ReachLine(trace.exchange(message.publisher()).firstRow(), client(trace, message.session()),
                published.isDelivery() ? Role.PUBLISHER : Role.WILL, published, false, OptionalLong.empty(),
                OptionalLong.empty(), message.publisher() == exchange));
        for (Delivery delivery : message.deliveries()) {
            lines.add(new ReachLine(delivery.sentRow(), client(trace, delivery.session()), role(delivery.kind()),
                    delivery.qos(), published.isDelivery() && delivery.qos().compareTo(published) < 0,
                    delivery.sentNanos(), delivery.acknowledgedNanos(), delivery.exchange() == exchange));
        }
        message.lost().forEach(session -> lines.add(new ReachLine(-1, client(trace, session), Role.LOST, published,
                false, OptionalLong.empty(), OptionalLong.empty(), false)));
        return List.copyOf(lines);
    }

    private static Role role(TieKind kind) {
        return switch (kind) {
            case DUPLICATE -> Role.DUPLICATE;
            case RETAINED -> Role.STORED;
            case NONE, LIVE, OVERLAP, WILL -> Role.SUBSCRIBER;
        };
    }

    private static String client(TraceSnapshot trace, int session) {
        return session < 0 ? "" : trace.sessions().get(session).clientId();
    }
}
