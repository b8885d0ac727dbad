package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.delivery.Subscription;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.wire.Direction;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * A message that several subscriptions of one client ask for comes once, or once for each of them: in any case at the
 * highest QoS that one of them has, and if once, with the Subscription Identifiers of all (MQTT 5.0 section 3.3.4).
 * What falls short of that is judged when no further copy can come: some seconds later, with a later message, and when
 * nothing is in flight any more.
 */
final class OverlapRule implements TieRule {

    /** A message that has fallen short so far. */
    private static final class Short {
        private int publisher;
        private int link;
        private int publishedRow;
        private int sentRow;
        private long nanos;
        private int wanted;
        private int best;
        private int identifiers;
        private int identifiersWanted;
        private int copies;
    }

    private final Map<Integer, Short> bySession = new HashMap<>();
    /** Subscribers of which it was said. */
    private final BitSet toldQos = new BitSet();
    private final BitSet toldIdentifiers = new BitSet();

    @Override
    public void judge(Sent sent) {
        if (sent.tie().subscriptions().size() < 2 && bySession.isEmpty()) {
            return;
        }
        int session = sent.tie().subscriber().id();
        Short before = bySession.get(session);
        if (before != null && sent.tie().hasMessage() && sent.tie().publisher() == before.publisher) {
            before.copies++;
            before.best = Math.max(before.best, sent.publish().qos().level());
            return;
        }
        if (before != null && isOver(before, sent)) {
            bySession.remove(session);
            report(before, session, sent);
        }
        if (sent.tie().subscriptions().size() >= 2 && sent.isSureDelivery() && !bySession.containsKey(session)) {
            look(sent, session);
        }
    }

    /** Whether all copies of it have come, or nobody can know. */
    private static boolean isOver(Short before, Sent sent) {
        int inFlight = sent.tie().subscriber().open(Direction.SERVER_TO_CLIENT);
        int own = sent.publish().qos().level() > 0 ? 1 : 0;
        return before.link != sent.seen().link().number()
                || sent.nanos() - before.nanos >= Sent.SETTLED_NANOS && inFlight == own;
    }

    private void look(Sent sent, int session) {
        int granted = 0;
        for (Subscription subscription : sent.tie().subscriptions()) {
            if (subscription.filter().isShared()) {
                return;
            }
            granted = Math.max(granted, subscription.granted());
        }
        int wanted = Math.min(granted, sent.tie().publishedQos());
        int qos = sent.publish().qos().level();
        int identifiers = sent.isMqtt5() ? identifiers(sent) : 0;
        int identifiersWanted = sent.isMqtt5() ? identifiersWanted(sent) : 0;
        boolean isLow = qos < wanted && !toldQos.get(session);
        boolean isUnnamed = identifiers < identifiersWanted && !toldIdentifiers.get(session);
        if (isLow || isUnnamed) {
            Short found = new Short();
            found.publisher = sent.tie().publisher();
            found.link = sent.seen().link().number();
            found.publishedRow = sent.tie().publishedRow();
            found.sentRow = sent.seen().row();
            found.nanos = sent.nanos();
            found.wanted = wanted;
            found.best = qos;
            found.identifiers = identifiers;
            found.identifiersWanted = identifiersWanted;
            found.copies = 1;
            if (sent.tie().isUnique()) {
                bySession.put(session, found);
            }
        }
    }

    private static int identifiersWanted(Sent sent) {
        return (int) sent.tie().subscriptions().stream().mapToLong(Subscription::identifier)
                .filter(identifier -> identifier > 0).distinct().count();
    }

    private static int identifiers(Sent sent) {
        return (int) sent.publish().properties().entries().stream()
                .filter(property -> property.id() == PropertyId.SUBSCRIPTION_IDENTIFIER).map(Property::value)
                .distinct().count();
    }

    private void report(Short found, int session, Sent sent) {
        if (found.link != sent.seen().link().number() || !sent.tie().isSubscriberKnown()) {
            return;
        }
        int[] rows = {found.publishedRow, found.sentRow};
        if (found.best < found.wanted && !toldQos.get(session)) {
            toldQos.set(session);
            sent.report(sent.isMqtt5() ? "MQTT-3.3.4-2" : "MQTT-3.3.5-1", Severity.ERROR, "overlap.qos", rows,
                    found.best, found.wanted);
        }
        // Where there is none at all though each has one, another rule has said so.
        if (found.copies == 1 && found.identifiers < found.identifiersWanted && found.identifiers > 0
                && !toldIdentifiers.get(session)) {
            toldIdentifiers.set(session);
            sent.report("MQTT-3.3.4-4", Severity.ERROR, "overlap.identifiers", rows, found.identifiers,
                    found.identifiersWanted);
        }
    }
}
