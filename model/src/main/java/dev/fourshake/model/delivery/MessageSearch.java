package dev.fourshake.model.delivery;

import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.session.LinkState;

/**
 * Looks in the chain of a topic for the message that a broker sends. It does not look farther than {@link #FAR}: a
 * message that is not found is not tied. Writer's thread only.
 */
final class MessageSearch {

    /** So many messages of a topic at most. */
    static final int FAR = 256;

    private final MessageWindow window;
    private long content;
    private long properties;
    private boolean mqtt5;
    private int session;
    private int fromRow;
    private boolean altered;

    MessageSearch(MessageWindow window) {
        this.window = window;
    }

    /** All that follows is about this message of a broker, with the fingerprint of its payload. */
    void of(Publish publish, long content, LinkState link, int session) {
        this.content = content;
        this.mqtt5 = link.readAs().isMqtt5();
        this.properties = mqtt5 ? Forwarded.fingerprint(publish.properties()) : 0;
        this.session = session;
        // At QoS 0 nothing is kept for a client that is offline.
        this.fromRow = publish.qos() == Qos.AT_MOST_ONCE ? link.connectRow() : -1;
    }

    long content() {
        return content;
    }

    /** The {@link Forwarded} ones of the message. */
    long properties() {
        return properties;
    }

    /** Whether the message that was found last differs in what has to be passed on unaltered. */
    boolean isAltered() {
        return altered;
    }

    /** The message that an exchange published, from {@code last} on back. */
    int byExchange(int exchange, int last) {
        int at = window.isKnown(last) ? last : MessageWindow.NONE;
        for (int i = 0; at != MessageWindow.NONE && i < FAR; i++) {
            if (window.exchange(at) == exchange) {
                return at;
            }
            at = window.previous(at);
        }
        return MessageWindow.NONE;
    }

    /**
     * The next message of a flow with the same content.
     *
     * @param last      of the topic
     * @param sparesOwn whether messages of the subscriber itself are left out where No Local says so
     */
    int forward(Flow flow, int last, boolean sparesOwn) {
        altered = false;
        boolean others = sparesOwn && flow.isOwnExcluded();
        if (!window.isKnown(last)) {
            return MessageWindow.NONE;
        }
        if (!window.isKnown(flow.last) && flow.matching().isEmpty()) {
            return newest(last);
        }
        int start = window.isKnown(flow.last) ? window.next(flow.last) : first(flow, last);
        int found = forward(start, fromRow, others);
        return found == MessageWindow.NONE && fromRow >= 0 ? forward(start, -1, others) : found;
    }

    private int forward(int start, int fromRow, boolean others) {
        int different = MessageWindow.NONE;
        int at = start;
        for (int i = 0; at != MessageWindow.NONE && i < FAR; i++) {
            if (window.content(at) == content && window.row(at) > fromRow
                    && !(others && window.session(at) == session)) {
                if (isSame(at)) {
                    return at;
                }
                different = different == MessageWindow.NONE ? at : different;
            }
            at = window.next(at);
        }
        altered = different != MessageWindow.NONE;
        return different;
    }

    /** Before MQTT 5, on either side, there are no properties to compare. */
    private boolean isSame(int message) {
        return !mqtt5 || !window.isMqtt5(message) || window.properties(message) == properties;
    }

    /** The first message that came after the subscription. */
    private int first(Flow flow, int last) {
        int at = last;
        if (window.row(at) <= flow.askedRow()) {
            return MessageWindow.NONE;
        }
        for (int i = 0; i < FAR; i++) {
            int before = window.previous(at);
            if (before == MessageWindow.NONE || window.row(before) <= flow.askedRow()) {
                break;
            }
            at = before;
        }
        return at;
    }

    /** The newest message with the same content: nothing is known of the subscriber. */
    private int newest(int last) {
        int at = last;
        for (int i = 0; at != MessageWindow.NONE && i < FAR; i++) {
            if (window.content(at) == content && isSame(at)) {
                return at;
            }
            at = window.previous(at);
        }
        return MessageWindow.NONE;
    }

    /** The last message with the same content that the flow has passed already. */
    int backward(Flow flow) {
        int at = window.isKnown(flow.last) ? flow.last : MessageWindow.NONE;
        for (int i = 0; at != MessageWindow.NONE && at >= flow.first && i < FAR; i++) {
            if (window.content(at) == content) {
                return at;
            }
            at = window.previous(at);
        }
        return MessageWindow.NONE;
    }
}
