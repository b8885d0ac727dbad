package dev.fourshake.model.exchange;

import dev.fourshake.model.packet.Acknowledgement;
import dev.fourshake.model.packet.Auth;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.packet.Pingresp;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.packet.Pubcomp;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Pubrec;
import dev.fourshake.model.packet.Pubrel;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.Unsuback;
import dev.fourshake.model.packet.Unsubscribe;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.wire.Direction;
import java.util.List;

/**
 * Finds for each packet the exchange that it belongs to, and moves that exchange's two machines. Writer's thread
 * only.
 */
public final class ExchangeTracker {

    private final ExchangeLog log;
    private final Tracked tracked = new Tracked();
    private final Mover mover;
    private final Deliveries deliveries;
    private final Acknowledgements acknowledgements;
    private final Requests requests;

    /** @param sessions all sessions of the trace, by their numbers */
    public ExchangeTracker(ExchangeLog log, List<SessionState> sessions) {
        this.log = log;
        LookBack lookBack = new LookBack(log);
        this.mover = new Mover(log, sessions, lookBack);
        this.deliveries = new Deliveries(log, mover, lookBack);
        this.acknowledgements = new Acknowledgements(log, mover, lookBack, deliveries);
        this.requests = new Requests(log, mover, lookBack);
    }

    /**
     * A packet was seen.
     *
     * @param topic   number of the topic of a PUBLISH, 0 for the others
     * @param content {@link dev.fourshake.model.wire.Bytes#fingerprint} of its payload, 0 for the others
     * @return valid until the next call
     */
    public Tracked packet(int row, LinkState link, SessionState session, Direction direction, Packet packet,
                          int topic, long content, Passage passage) {
        mover.at(row, link, passage, tracked.reset());
        if (passage == Passage.DUPLICATED) {
            arrive(link.requests().last(direction), packet);
            return tracked;
        }
        switch (packet) {
            case Publish publish when publish.qos() == Qos.AT_MOST_ONCE ->
                    deliveries.publishAtMostOnce(session, direction, publish, topic, content);
            case Publish publish -> deliveries.publish(session, direction, publish, topic, content);
            case Pubrel pubrel -> acknowledgements.acknowledge(session, direction, pubrel);
            case Puback puback -> acknowledgements.acknowledge(session, direction.opposite(), puback);
            case Pubrec pubrec -> acknowledgements.acknowledge(session, direction.opposite(), pubrec);
            case Pubcomp pubcomp -> acknowledgements.acknowledge(session, direction.opposite(), pubcomp);
            case Subscribe ask -> requests.ask(session, ExchangeKind.SUBSCRIBE, direction, ask.packetId());
            case Unsubscribe ask -> requests.ask(session, ExchangeKind.UNSUBSCRIBE, direction, ask.packetId());
            case Suback answer -> requests.answer(session, ExchangeKind.SUBSCRIBE, direction, answer.packetId(),
                    isRefused(answer.reasonCodes()));
            case Unsuback answer -> requests.answer(session, ExchangeKind.UNSUBSCRIBE, direction, answer.packetId(),
                    isRefused(answer.reasonCodes()));
            case Pingreq _ when direction == Direction.CLIENT_TO_SERVER -> requests.ping(session);
            case Pingresp _ when direction == Direction.SERVER_TO_CLIENT -> requests.pong();
            case Connect _ when direction == Direction.CLIENT_TO_SERVER -> requests.connect(session);
            case Connack connack when direction == Direction.SERVER_TO_CLIENT ->
                    requests.connack(!connack.isAccepted());
            case Auth _ -> requests.challenge();
            case Connect _, Connack _, Pingreq _, Pingresp _, Disconnect _ -> {
            }
        }
        link.requests().last(direction, tracked.exchange());
        return tracked;
    }

    /** A held packet has left the tap; {@code exchange} is the one of its HELD row. */
    public Tracked release(int row, LinkState link, int exchange, Packet packet, Passage passage) {
        mover.at(row, link, passage, tracked.reset());
        arrive(exchange, packet);
        return tracked;
    }

    /** Moves the side that gets the packet, if any. */
    private void arrive(int exchange, Packet packet) {
        Event event = Event.of(packet);
        if (exchange != Tracked.NONE && StateTables.sender(log.kind(exchange)).events().contains(event)) {
            mover.move(exchange, event, isRefused(packet));
            if (log.finishedRow(exchange) != ExchangeLog.OPEN) {
                mover.link().requests().closed(exchange);
            }
        }
    }

    private static boolean isRefused(Packet packet) {
        return switch (packet) {
            case Suback suback -> isRefused(suback.reasonCodes());
            case Unsuback unsuback -> isRefused(unsuback.reasonCodes());
            case Connack connack -> !connack.isAccepted();
            case Acknowledgement acknowledgement -> acknowledgement.isFailure();
            case Connect _, Publish _, Subscribe _, Unsubscribe _, Pingreq _, Pingresp _, Disconnect _, Auth _ -> false;
        };
    }

    /** A request is refused if nothing of it was granted. */
    private static boolean isRefused(List<Integer> reasonCodes) {
        return !reasonCodes.isEmpty() && reasonCodes.stream().allMatch(code -> code >= 0x80);
    }

    /**
     * The session was dropped: what is unfinished in it will never be finished.
     *
     * @param keepLink link whose exchanges belong to the session that follows; -1 for none
     */
    public void dropped(SessionState session, int keepLink, int row) {
        for (Direction direction : Direction.values()) {
            if (session.open(direction) > 0) {
                session.ids(direction).forEach(id -> {
                    if (log.lastLink(id) != keepLink) {
                        mover.abandon(id, row);
                    }
                });
            }
        }
    }

    /** A link has ended: its requests will never be answered, nor its held messages at QoS 0 passed on. */
    public void ended(LinkState link, int row) {
        requests.ended(link, row);
    }
}
