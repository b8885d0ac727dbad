package dev.fourshake.model.delivery;

import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.Passage;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.session.LinkState;
import java.util.function.IntFunction;

/** Ties what brokers send to what clients published, as the messages pass. Writer's thread only. */
public final class MessageTies {

    /** After so long a message that was overtaken does not come any more. */
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final ExchangeLog exchanges;
    private final IntFunction<String> topics;
    private final MessageWindow window = new MessageWindow();
    private final FlowTable flows = new FlowTable();
    private final TieLog log;
    private final DeliveryTimes times = new DeliveryTimes();
    private final Tie tie = new Tie(window);
    private final MessageSearch search = new MessageSearch(window);
    private long delivered;
    private long duplicates;
    private long lost;

    /**
     * @param topics names of topics by their numbers
     * @param log    gets the ties
     */
    public MessageTies(ExchangeLog exchanges, IntFunction<String> topics, TieLog log) {
        this.log = log;
        this.exchanges = exchanges;
        this.topics = topics;
    }

    /** The ties so far; readers take a {@linkplain TieLog#view view}. */
    public TieLog log() {
        return log;
    }

    public MessageTotals totals() {
        return new MessageTotals(window.count(), delivered, duplicates, lost, times.count(), times.quantile(0.5),
                times.quantile(0.99), times.longest());
    }

    // ------------------------------------------------------------------ to the broker

    /** A client's PUBLISH has got to its broker. */
    void published(Subscriber publisher, LinkState link, Publish publish, Passage passage, int exchange, int topic,
                   int row, long timeNanos) {
        BrokerMessages broker = publisher.broker();
        if (exchanges.firstRow(exchange) != row) {
            int known = search.byExchange(exchange, broker.last(topic));
            if (known != MessageWindow.NONE) {
                again(known, passage);
                return;
            }
        }
        long content = content(exchange, publish);
        boolean mqtt5 = link.readAs().isMqtt5();
        long expiry = mqtt5 ? publish.properties().number(PropertyId.MESSAGE_EXPIRY_INTERVAL,
                MessageWindow.NO_EXPIRY) : MessageWindow.NO_EXPIRY;
        int message = window.add(exchange, publisher.session().id(), row, broker.last(topic));
        window.describe(message, content, mqtt5 ? Forwarded.fingerprint(publish.properties()) : 0,
                publish.qos().level(), publish.retain(), mqtt5, expiry, timeNanos);
        broker.last(topic, message);
        if (passage == Passage.INJECTED) {
            window.meddle(message);
        }
        if (publish.retain()) {
            broker.store(topic, publish.payload().isEmpty() ? null
                    : new BrokerMessages.Stored(exchange, content, row, timeNanos));
        }
    }

    /** The exchange has it already, unless it began with another packet. */
    private long content(int exchange, Publish publish) {
        return exchanges.content(exchange) == 0 ? publish.payload().fingerprint() : exchanges.content(exchange);
    }

    private void again(int message, Passage passage) {
        if (passage == Passage.DUPLICATED) {
            window.meddle(message);
        }
        window.repeat(message);
    }

    // ------------------------------------------------------------------ from the broker

    /** A broker sends a message for the first time to this subscriber. */
    Tie delivered(Subscriber subscriber, LinkState link, Publish publish, int exchange, int topic, long timeNanos) {
        Flow flow = flows.get(subscriber.session().id(), topic);
        if (flow.isStale(subscriber)) {
            flow.refresh(subscriber, topics.apply(topic));
        }
        flow.on(link.number());
        tie.begin(subscriber, flow);
        search.of(publish, content(exchange, publish), link, subscriber.session().id());
        boolean stored = isStored(subscriber, flow, publish, topic);
        int message = search.forward(flow, subscriber.broker().last(topic), true);
        if (stored && (message == MessageWindow.NONE
                || window.timeNanos(message) - flow.askedNanos() < PATIENCE_NANOS)) {
            tie.stored(subscriber.broker().stored(topic));
        } else if (message != MessageWindow.NONE) {
            passedOn(subscriber, flow, message, timeNanos);
        } else {
            other(subscriber, flow, publish, topic, timeNanos);
        }
        if (tie.kind() != TieKind.NONE && tie.publisher() >= 0) {
            log.tie(tie.publisher(), exchange, tie.kind());
        }
        lost(subscriber, link, flow, timeNanos);
        return tie;
    }

    /** Whether it may be what the topic keeps for later subscribers. */
    private boolean isStored(Subscriber subscriber, Flow flow, Publish publish, int topic) {
        BrokerMessages.Stored stored = publish.retain() ? subscriber.broker().stored(topic) : null;
        return stored != null && stored.content() == search.content() && !flow.mayRetainBeLive();
    }

    private void passedOn(Subscriber subscriber, Flow flow, int message, long timeNanos) {
        if (search.isAltered()) {
            tie.alter(window.properties(message), search.properties());
        }
        if (window.isKnown(flow.last)) {
            skip(subscriber, flow, message, timeNanos);
        } else {
            flow.first = message;
        }
        flow.last = message;
        flow.copies = 1;
        live(message, timeNanos);
    }

    private void live(int message, long timeNanos) {
        tie.message(TieKind.LIVE, message);
        delivered++;
        times.add(timeNanos - window.timeNanos(message));
    }

    /** Remembers what was left out between the message before and this one, where the order is promised. */
    private void skip(Subscriber subscriber, Flow flow, int message, long timeNanos) {
        int at = window.next(flow.last);
        if (at == message || !flow.isSettled() || flow.plain() < flow.matching().size() || !subscriber.isKnown()) {
            return;
        }
        int qos = Math.min(window.qos(message), flow.granted());
        for (int i = 0; at != message && at != MessageWindow.NONE && i < MessageSearch.FAR; i++) {
            boolean ordered = window.session(at) == window.session(message) && window.qos(at) == window.qos(message)
                    && qos > 0;
            if (ordered && window.row(at) > flow.settledRow() && !window.isMeddled(at)
                    && window.expirySeconds(at) == MessageWindow.NO_EXPIRY
                    && window.session(at) != subscriber.session().id()) {
                flow.skip(at, timeNanos);
            }
            at = window.next(at);
        }
    }

    /** A message that is not the next one: a copy, a late one, one of its own, a Will, or a stored one. */
    private void other(Subscriber subscriber, Flow flow, Publish publish, int topic, long timeNanos) {
        BrokerMessages broker = subscriber.broker();
        int before = search.backward(flow);
        if (before != MessageWindow.NONE && flow.takeSkipped(before)) {
            live(before, timeNanos);
            tie.late();
        } else if (before != MessageWindow.NONE) {
            copy(flow, before);
        } else if (flow.isOwnExcluded() && own(flow, broker.last(topic), timeNanos)) {
            tie.own();
        } else {
            unpublished(broker, publish, topic);
        }
    }

    private void copy(Flow flow, int message) {
        boolean overlap = flow.matching().isEmpty()
                || message == flow.last && flow.copies < flow.matching().size();
        flow.copies += message == flow.last ? 1 : 0;
        tie.message(overlap ? TieKind.OVERLAP : TieKind.DUPLICATE, message);
        duplicates += overlap || window.isMeddled(message) ? 0 : 1;
    }

    private boolean own(Flow flow, int last, long timeNanos) {
        int message = search.forward(flow, last, false);
        if (message == MessageWindow.NONE || timeNanos - window.timeNanos(message) > PATIENCE_NANOS) {
            return false;
        }
        flow.last = message;
        flow.copies = 1;
        live(message, timeNanos);
        return true;
    }

    private void unpublished(BrokerMessages broker, Publish publish, int topic) {
        for (WillMessage will : broker.wills(topic)) {
            if (will.content() == search.content() && !publish.retain()) {
                tie.will(will, search.properties());
                delivered++;
                return;
            }
        }
        BrokerMessages.Stored stored = publish.retain() ? broker.stored(topic) : null;
        if (stored != null && stored.content() == search.content()) {
            tie.stored(stored);
        }
    }

    private void lost(Subscriber subscriber, LinkState link, Flow flow, long timeNanos) {
        int message = flow.takeLost(timeNanos - PATIENCE_NANOS);
        if (message != MessageWindow.NONE && window.isKnown(message) && subscriber.isKnown()
                && exchanges.finishedRow(window.exchange(message)) != ExchangeLog.OPEN
                && exchanges.outcome(window.exchange(message)) == Outcome.COMPLETE
                && link.connect().flatMap(connect -> connect.properties().number(PropertyId.MAXIMUM_PACKET_SIZE)
                        .stream().boxed().findFirst()).isEmpty()) {
            lost++;
            tie.lose(message);
            log.lose(window.exchange(message), subscriber.session().id());
        }
    }
}
