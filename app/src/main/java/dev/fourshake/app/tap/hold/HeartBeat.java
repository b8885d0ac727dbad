package dev.fourshake.app.tap.hold;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame.Fate;
import dev.fourshake.model.wire.PacketType;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Keeps both sides of a link from giving the other one up while packets are held. The trace tells all of it as the
 * tap's own. On the link's event loop only.
 *
 * <p>A device that goes on sending need not send PINGREQ (MQTT 5.0 section 3.1.2.10), and what it sends stands at the
 * tap: so the tap pings in its place while nothing else goes to the broker, and keeps the answers to itself. While
 * CONNECT or AUTH is held it does not: before CONNACK a client that authenticates may send nothing else
 * (MQTT-3.1.2-30); nor where the CONNECT went nowhere, for nothing goes before it (MQTT-3.1.0-1). And it answers the
 * PINGREQ of a device whose broker's answer could not get through.
 */
final class HeartBeat {

    /** Between two looks, at most: the longest silence is twice that. */
    private static final long MOST_MILLIS = 5_000;
    private static final long LEAST_MILLIS = 250;

    private final LinkHold hold;
    private final HoldLink link;
    /** The way of what is held; null before anything was. */
    private HoldLane toBroker;
    private Future<?> timer;
    private long sentBefore;
    private int unanswered;
    /** The CONNECT of the device went nowhere: the broker knows of no client. */
    private boolean unintroduced;

    HeartBeat(LinkHold hold, HoldLink link) {
        this.hold = hold;
        this.link = link;
    }

    /** A packet of the device is held: from now on the broker is looked after. */
    void start(HoldLane held) {
        if (timer == null) {
            toBroker = held;
            sentBefore = toBroker.sent();
            // What is held may have come right behind CONNECT or CONNACK, which the trace is given time to read.
            timer = later(LEAST_MILLIS, () -> lookIn(pause() - LEAST_MILLIS));
        }
    }

    /** A CONNECT of the device has gone on to the broker, or has gone nowhere. */
    void introduced(boolean wentOn) {
        unintroduced = !wentOn;
    }

    private long pause() {
        return pauseMillis(hold.facts().keepAlive());
    }

    private void lookIn(long millis) {
        timer = later(millis, this::beat);
    }

    private Future<?> later(long millis, Runnable work) {
        return link.later(TimeUnit.MILLISECONDS.toNanos(millis), work);
    }

    /** Half the keep alive, so that no silence is longer than it: a broker bears one and a half of it. */
    static long pauseMillis(int keepAliveSeconds) {
        return keepAliveSeconds == 0 ? MOST_MILLIS
                : Math.clamp(keepAliveSeconds * 1_000L / 2, LEAST_MILLIS, MOST_MILLIS);
    }

    /** Whether the answers to pings of ours may still come, or pings be sent. */
    boolean isBusy() {
        return timer != null || unanswered > 0;
    }

    private void beat() {
        if (toBroker.gate().filter(Gate::isHolding).isEmpty()) {
            stop();
            hold.arm();
            return;
        }
        if (toBroker.sent() == sentBefore && !isConnecting() && !toBroker.isSwallowing()) {
            unanswered++;
            toBroker.sendOwn(OwnPackets.PINGREQ, Fate.INJECTED);
            hold.pings().wentToBroker();
            toBroker.flush();
        }
        sentBefore = toBroker.sent();
        lookIn(pause());
    }

    /** Whether there is no connection of a client at the broker yet that could be kept alive. */
    private boolean isConnecting() {
        return unintroduced || toBroker.gate().map(Gate::held)
                .filter(held -> held.isOpening() || held.isFirst(PacketType.AUTH)).isPresent();
    }

    /**
     * A PINGREQ of the device: where the broker's answer could not get through, the tap answers. Either so much is held
     * on the way to the device that the broker is read no further, and then the PINGREQ passes and the answer to it,
     * when it comes, is late and goes nowhere; or the broker has gone, and its last packets are held.
     *
     * @return whether the PINGREQ goes nowhere
     */
    boolean standsIn(HoldLane lane, long time, Bytes pingreq) {
        HoldLane toDevice = hold.lane(Direction.SERVER_TO_CLIENT).orElse(null);
        Gate gate = toDevice == null ? null : toDevice.gate().filter(Gate::isHolding).orElse(null);
        if (gate == null) {
            return false;
        }
        if (toDevice.isEnded()) {
            link.live().own(Direction.CLIENT_TO_SERVER, time, pingreq, Fate.DROPPED);
            answer(toDevice);
            return true;
        }
        if (!gate.hasRoom()) {
            // Behind the PINGREQ that it answers: by then it is known whether a black hole has swallowed that.
            link.execute(() -> {
                unanswered += lane.isSwallowing() ? 0 : 1;
                answer(toDevice);
            });
        }
        return false;
    }

    private void answer(HoldLane toDevice) {
        if (!link.isOver()) {
            hold.insert(toDevice, OwnPackets.PINGRESP);
            hold.pings().answered();
        }
    }

    /** Whether a packet of this type that the broker sends may be an answer to a ping of ours. */
    boolean expects(Direction direction, PacketType type) {
        return unanswered > 0 && direction == Direction.SERVER_TO_CLIENT && type == PacketType.PINGRESP;
    }

    /** The answer has come, and goes no further. */
    void answered(long time, Bytes pingresp) {
        unanswered--;
        link.live().own(Direction.SERVER_TO_CLIENT, time, pingresp, Fate.DROPPED);
        if (!isBusy()) {
            link.execute(hold::arm);
        }
    }

    /** The link is over, or nothing of the device is held any more. */
    void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
