package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.delivery.Subscription;
import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.finding.Recent;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.session.LinkState;
import java.util.Map;

/**
 * A message of a shared subscription that is given to a second member though it was the first one's: that one has
 * refused it, or had begun it at QoS 2 and lost its session since (MQTT 5.0 section 4.8.2). At QoS 1 the broker may do
 * so.
 */
final class SharedDeliveryRule implements TieRule {

    /** To which member a message was given first. */
    private record Given(int exchange, int session, String filter, LinkState link) {
    }

    /** By the exchanges of the publishers. */
    private final Map<Integer, Given> given = new Recent<>();

    @Override
    public void judge(Sent sent) {
        if (sent.tie().subscriptions().size() != 1 || !sent.tie().subscriptions().getFirst().filter().isShared()
                || !sent.tie().hasMessage() || sent.publish().qos() == Qos.AT_MOST_ONCE
                || sent.seen().trackedOrNull() == null) {
            return;
        }
        Subscription shared = sent.tie().subscriptions().getFirst();
        Given mine = new Given(sent.seen().trackedOrNull().exchange(), sent.tie().subscriber().id(),
                shared.filter().text(), sent.seen().link());
        Given first = given.putIfAbsent(sent.tie().publisher(), mine);
        if (first != null && first.session() != mine.session() && first.filter().equals(mine.filter())
                && first.link().isUntouched() && sent.tie().isSubscriberKnown() && !sent.tie().isMeddled()
                && !sent.tie().isRepeated()) {
            again(sent, first);
        }
    }

    private static void again(Sent sent, Given first) {
        ExchangeLog exchanges = sent.seen().exchanges();
        if (exchanges.finishedRow(first.exchange()) == ExchangeLog.OPEN) {
            return;
        }
        Outcome outcome = exchanges.outcome(first.exchange());
        boolean refused = outcome == Outcome.REJECTED;
        boolean left = outcome == Outcome.ABANDONED && exchanges.kind(first.exchange()) == ExchangeKind.QOS_2;
        if ((refused || left) && sent.tie().isUnique()) {
            sent.reportOnce(refused ? "MQTT-4.8.2-6" : "MQTT-4.8.2-5", Severity.ERROR,
                    refused ? "shared.refused" : "shared.left", new int[] {sent.tie().publishedRow(),
                        exchanges.firstRow(first.exchange()), exchanges.finishedRow(first.exchange())}, first.filter());
        }
    }
}
