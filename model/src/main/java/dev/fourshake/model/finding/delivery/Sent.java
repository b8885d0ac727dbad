package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.delivery.Subscription;
import dev.fourshake.model.delivery.Tie;
import dev.fourshake.model.delivery.TieKind;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.text.Message;
import java.util.Set;
import java.util.function.Predicate;

/** A message that a broker sends, and to whom. */
record Sent(Publish publish, Tie tie, Observation seen, FindingSink sink, Set<Said> said) {

    /** By then what was asked for before has come: deliveries of a live connection are not kept back so long. */
    static final long SETTLED_NANOS = 5_000_000_000L;

    boolean isMqtt5() {
        return seen.link().readAs().isMqtt5();
    }

    long nanos() {
        return seen.event().timeNanos();
    }

    /** Whether it is a message of a publisher that was seen, by subscriptions that are all known and settled. */
    boolean isSureDelivery() {
        return tie.kind() == TieKind.LIVE && tie.hasMessage() && tie.isSubscriberKnown() && tie.isSettled()
                && !tie.isMeddled();
    }

    /** Whether the last SUBSCRIBE that it may be sent for is some time ago. */
    boolean isLongAfterSubscribing() {
        return all(subscription -> nanos() - subscription.askedNanos() >= SETTLED_NANOS);
    }

    /** Whether subscriptions match, and all are like that. */
    boolean all(Predicate<Subscription> like) {
        for (Subscription subscription : tie.subscriptions()) {
            if (!like.test(subscription)) {
                return false;
            }
        }
        return !tie.subscriptions().isEmpty();
    }

    /** What was said to whom: a rule that a broker does not know at all is not reported of each message. */
    record Said(String rule, int session) {

        // Written out, as in Sessions: a record's own are made only when they are first asked for.

        @Override
        public boolean equals(Object other) {
            return other instanceof Said said && session == said.session && rule.equals(said.rule);
        }

        @Override
        public int hashCode() {
            return 31 * rule.hashCode() + session;
        }
    }

    /** Reports it as {@link #report} does, once a subscriber. */
    void reportOnce(String rule, Severity severity, String key, int[] rows, Object... values) {
        if (said.add(new Said(rule, tie.subscriber().id()))) {
            report(rule, severity, key, rows, values);
        }
    }

    /**
     * Reports a sentence of this package's bundle. Its values are the Client Identifier of the subscriber, then
     * {@code values}.
     */
    void report(String rule, Severity severity, String key, int[] rows, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = Words.client(seen);
        System.arraycopy(values, 0, all, 1, values.length);
        sink.report(rule, severity, Message.of(Sent.class, key, all), Message.of(Sent.class, key + ".advice", all),
                rows);
    }
}
