package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.delivery.Forwarded;
import dev.fourshake.model.delivery.TieKind;
import dev.fourshake.model.delivery.WillMessage;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.text.Message;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Wills that are published though they are void, or too early (MQTT 5.0 section 3.1.2.5), or in part altered. Another
 * client, not seen, may have published the same: so it is a warning.
 */
final class WillRule implements TieRule {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long SOON_NANOS = 10 * NANOS_PER_SECOND;
    /** Before that it may be the Will of the connection before, which this one took over. */
    private static final long LONG_NANOS = 30 * NANOS_PER_SECOND;
    /** A broker that finds a client dead may publish the Will before it ends the connection. */
    private static final long CLOSES_NANOS = 5 * NANOS_PER_SECOND;
    /** By then the client has sent a ping, if it lives. */
    private static final long HEARD_NANOS = 120 * NANOS_PER_SECOND;
    /** A question and its answer show that a connection goes on. */
    private static final int QUESTION_AND_ANSWER = 2;

    /** A Will that was sent though its connection has not ended, as far as can be seen by then. */
    private record Living(WillMessage will, long packets, LinkState subscriber, int row, long nanos) {

        boolean hasEnded() {
            return will.endedNanos() != WillMessage.NEVER || will.leftNanos() != WillMessage.NEVER;
        }

        boolean goesOn() {
            return will.link().packets() >= packets + QUESTION_AND_ANSWER;
        }
    }

    private final List<Living> living = new ArrayList<>();
    /** Subscribers of which that was said. */
    private final BitSet told = new BitSet();

    @Override
    public void judge(Sent sent) {
        WillMessage will = sent.tie().kind() == TieKind.WILL ? sent.tie().will().orElse(null) : null;
        if (will == null || sent.seen().link().connectRow() > will.row()) {
            // What was kept for a subscriber that was away may be an earlier Will.
            return;
        }
        if (sent.isMqtt5() && sent.tie().alterations().contains(Forwarded.USER_PROPERTY_ORDER)
                && !sent.tie().alterations().contains(Forwarded.USER_PROPERTIES)) {
            sent.reportOnce("MQTT-3.1.3-10", Severity.WARNING, "will.order", new int[] {will.row()});
        }
        if (will.leftNanos() != WillMessage.NEVER) {
            if (sent.nanos() - will.leftNanos() < SOON_NANOS) {
                sent.report("MQTT-3.1.2-10", Severity.WARNING, "will.void", new int[] {will.row(), will.leftRow()});
            }
        } else if (will.endedNanos() == WillMessage.NEVER) {
            WillMessage twin = will.voidTwin().orElse(null);
            if (twin != null && sent.isMqtt5() && isOf(twin, sent)) {
                returned(sent, twin);
            } else if (sent.nanos() - will.connectNanos() >= LONG_NANOS && !told.get(sent.tie().subscriber().id())) {
                living.add(new Living(will, will.link().packets(), sent.seen().link(), sent.seen().row(),
                        sent.nanos()));
            }
        } else if (sent.isMqtt5() && will.delaySeconds() > 0) {
            delayed(sent, will);
        }
    }

    private static void delayed(Sent sent, WillMessage will) {
        long due = will.endedNanos() + will.delaySeconds() * NANOS_PER_SECOND;
        if (will.returnedNanos() != WillMessage.NEVER && will.returnedNanos() < due && isOf(will, sent)) {
            returned(sent, will);
        } else if (will.returnedNanos() == WillMessage.NEVER && sent.nanos() < will.dueNanos() - NANOS_PER_SECOND) {
            sent.report("MQTT-3.1.2-8", Severity.WARNING, "will.early", new int[] {will.row(), will.endedRow()},
                    (will.dueNanos() - sent.nanos()) / NANOS_PER_SECOND);
        }
    }

    /** Whether the message comes just after the client's return, or when the Will would have been due. */
    private static boolean isOf(WillMessage will, Sent sent) {
        return sent.nanos() > will.returnedNanos() && (sent.nanos() - will.returnedNanos() < SOON_NANOS
                || Math.abs(sent.nanos() - will.dueNanos()) < SOON_NANOS);
    }

    private static void returned(Sent sent, WillMessage will) {
        sent.report("MQTT-3.1.3-9", Severity.WARNING, "will.returned",
                new int[] {will.row(), will.endedRow(), will.returnedRow()}, will.delaySeconds());
    }

    @Override
    public void clock(long nowNanos, FindingSink sink) {
        if (!living.isEmpty()) {
            living.removeIf(sent -> {
                long since = nowNanos - sent.nanos();
                if (since >= CLOSES_NANOS && !sent.hasEnded() && sent.goesOn()) {
                    tell(sent, sink);
                    return true;
                }
                return since >= HEARD_NANOS || sent.hasEnded();
            });
        }
    }

    private void tell(Living sent, FindingSink sink) {
        int session = sent.subscriber().session().orElseThrow().id();
        if (!told.get(session)) {
            told.set(session);
            Object[] values = {Words.client(sent.subscriber())};
            sink.reportOn(sent.subscriber().number(), "MQTT-3.1.2-8", Severity.WARNING,
                    Message.of(Sent.class, "will.living", values), Message.of(Sent.class, "will.living.advice", values),
                    sent.will().row(), sent.row());
        }
    }
}
