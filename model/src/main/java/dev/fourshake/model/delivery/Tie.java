package dev.fourshake.model.delivery;

import dev.fourshake.model.session.SessionState;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about one PUBLISH of a broker. The same object is used for each; it is valid until the next one.
 * Writer's thread only.
 */
public final class Tie {

    private static final int NEAR = 32;

    private final MessageWindow window;
    private Subscriber subscriber;
    private Flow flow;
    private TieKind kind = TieKind.NONE;
    private int message;
    private int publisher;
    private int storedRow;
    private boolean altered;
    private long properties;
    private long publishedProperties;
    private boolean late;
    private boolean own;
    private int lost;
    private int lostRow;
    private WillMessage will;

    Tie(MessageWindow window) {
        this.window = window;
    }

    Tie begin(Subscriber subscriber, Flow flow) {
        this.subscriber = subscriber;
        this.flow = flow;
        kind = TieKind.NONE;
        message = MessageWindow.NONE;
        publisher = TieLog.NONE;
        storedRow = -1;
        altered = false;
        late = false;
        own = false;
        lost = TieLog.NONE;
        lostRow = -1;
        will = null;
        return this;
    }

    void message(TieKind kind, int message) {
        this.kind = kind;
        this.message = message;
        this.publisher = window.exchange(message);
    }

    void stored(BrokerMessages.Stored stored) {
        kind = TieKind.RETAINED;
        publisher = stored.exchange();
        storedRow = stored.row();
    }

    /** @param properties the {@link Forwarded} ones of the message that is sent */
    void will(WillMessage will, long properties) {
        kind = TieKind.WILL;
        this.will = will;
        publisher = will.exchange();
        if (properties != will.properties()) {
            alter(will.properties(), properties);
        }
    }

    /** The {@link Forwarded} properties as they were published, and as they are sent. */
    void alter(long published, long sent) {
        altered = true;
        publishedProperties = published;
        properties = sent;
    }

    void late() {
        late = true;
    }

    void own() {
        own = true;
    }

    void lose(int message) {
        lost = window.exchange(message);
        lostRow = window.row(message);
    }

    public TieKind kind() {
        return kind;
    }

    /** Whether the publisher's own message is known: its QoS, flags and time. */
    public boolean hasMessage() {
        return message != MessageWindow.NONE;
    }

    /** The publisher's exchange, or {@link TieLog#NONE}. */
    public int publisher() {
        return publisher;
    }

    /** Row at which the message got to the broker; -1 where it is not known. */
    public int publishedRow() {
        return hasMessage() ? window.row(message) : will != null ? will.row() : storedRow;
    }

    /** When the message got to the broker; only where {@link #hasMessage}. */
    public long publishedNanos() {
        return window.timeNanos(message);
    }

    /** QoS of the publisher; only where {@link #hasMessage}. */
    public int publishedQos() {
        return window.qos(message);
    }

    /** RETAIN of the publisher; only where {@link #hasMessage}. */
    public boolean publishedRetain() {
        return window.retain(message);
    }

    /** Message Expiry Interval of the publisher, below 0 for none; only where {@link #hasMessage}. */
    public long publishedExpirySeconds() {
        return window.expirySeconds(message);
    }

    /** Whether the publisher, or the tap in its place, has sent the message more than once. */
    public boolean isRepeated() {
        return window.isRepeated(message);
    }

    /** Whether the tap has sent copies of the message, or made it. */
    public boolean isMeddled() {
        return hasMessage() && window.isMeddled(message);
    }

    /** Whether properties that have to be passed on unaltered differ from those of the publisher. */
    public boolean isAltered() {
        return altered;
    }

    /** Which of them differ; none where not {@link #isAltered}. */
    public List<Forwarded> alterations() {
        return !altered ? List.of() : Arrays.stream(Forwarded.values())
                .filter(part -> part.differs(properties, publishedProperties)).toList();
    }

    /**
     * Whether the publisher's message cannot be taken for another one: none of its topic near it has the same content.
     * Costs a look at some messages; to be asked before somebody is accused. Only where {@link #hasMessage}.
     */
    public boolean isUnique() {
        int after = window.next(message);
        int before = window.previous(message);
        for (int i = 0; i < NEAR; i++) {
            if (after != MessageWindow.NONE) {
                if (window.content(after) == window.content(message)) {
                    return false;
                }
                after = window.next(after);
            }
            if (before != MessageWindow.NONE) {
                if (window.content(before) == window.content(message)) {
                    return false;
                }
                before = window.previous(before);
            }
        }
        return true;
    }

    /** Whether a later message of the same publisher, topic and QoS came before it. */
    public boolean isLate() {
        return late;
    }

    /** Whether the subscriber itself published it, and has No Local on all subscriptions that match. */
    public boolean isOwn() {
        return own;
    }

    /** Exchange of a message that this subscriber should have got before and never did, or {@link TieLog#NONE}. */
    public int lost() {
        return lost;
    }

    /** Row at which that message got to the broker. */
    public int lostRow() {
        return lostRow;
    }

    public Optional<WillMessage> will() {
        return Optional.ofNullable(will);
    }

    public SessionState subscriber() {
        return subscriber.session();
    }

    /** Whether all that the subscriber ever subscribed to was seen. */
    public boolean isSubscriberKnown() {
        return subscriber.isKnown();
    }

    /** Subscriptions that match the topic, asked for and neither refused nor ended. */
    public List<Subscription> subscriptions() {
        return flow.matching();
    }

    /** All subscriptions of the session so far, ended ones too. */
    public Collection<Subscription> allSubscriptions() {
        return subscriber.all();
    }

    /**
     * Whether all subscriptions that match were granted as they are now before the message got to the broker, so that
     * it has to be delivered by them; only where {@link #hasMessage}.
     */
    public boolean isSettled() {
        return flow.isSettled() && window.row(message) > flow.settledRow();
    }
}
