package dev.fourshake.app.tap;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame.Fate;
import dev.fourshake.model.wire.PacketType;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the broker from giving up a device whose packets are held. A device that goes on sending need not send PINGREQ
 * (MQTT 5.0 section 3.1.2.10), and what it sends stands at the tap: so the tap pings in its place while nothing else
 * goes to the broker, and keeps the answers to itself. The trace tells both as the tap's own. While CONNECT or AUTH is
 * held it does not: before CONNACK a client that authenticates may send nothing else (MQTT-3.1.2-30). On the link's
 * event loop only.
 */
final class HeartBeat {

    /** Between two looks, at most: the longest silence is twice that. */
    private static final long MOST_MILLIS = 5_000;
    private static final long LEAST_MILLIS = 250;

    private final TapLink link;
    private final Lane toBroker;
    private final EventLoop loop;
    private Future<?> timer;
    private long sentBefore;
    private int unanswered;

    HeartBeat(TapLink link, Lane toBroker, EventLoop loop) {
        this.link = link;
        this.toBroker = toBroker;
        this.loop = loop;
    }

    /** A packet of the device is held: from now on the broker is looked after. */
    void start() {
        if (timer == null) {
            sentBefore = toBroker.sent();
            // What is held may have come right behind CONNECT or CONNACK, which the trace is given time to read.
            timer = loop.schedule(() -> lookIn(pause() - LEAST_MILLIS), LEAST_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private long pause() {
        return pauseMillis(link.keepAlive());
    }

    private void lookIn(long millis) {
        timer = loop.schedule(this::beat, millis, TimeUnit.MILLISECONDS);
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
        if (!toBroker.isHolding()) {
            stop();
            link.hold().arm();
            return;
        }
        if (toBroker.sent() == sentBefore && !isConnecting()) {
            unanswered++;
            toBroker.sendOwn(OwnPackets.PINGREQ, Fate.INJECTED);
            toBroker.receivedAll();
        }
        sentBefore = toBroker.sent();
        lookIn(pause());
    }

    private boolean isConnecting() {
        return toBroker.holdsFirst(PacketType.CONNECT) || toBroker.holdsFirst(PacketType.AUTH);
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
            link.execute(link.hold()::arm);
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
