package dev.fourshake.app.tap;

import dev.fourshake.app.trace.LiveLink;
import dev.fourshake.app.trace.WireClock;
import dev.fourshake.model.wire.LinkEnded.Ending;
import dev.fourshake.model.wire.LinkEnded.Party;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;

/**
 * A device, the tap, and the broker: what one side does is done to the other. On its event loop only.
 *
 * <p>The broker is called when the device has. The device is not read meanwhile; what TLS has read of it already,
 * waits here.
 */
final class TapLink {

    private final Tap tap;
    private final LiveLink live;
    private final Leg device;
    private final Channel deviceChannel;
    /** Null until the broker has answered. */
    private Leg broker;
    private final List<ByteBuf> waiting = new ArrayList<>();

    private boolean deviceEnded;
    private boolean brokerEnded;
    private boolean over;

    TapLink(Tap tap, Channel deviceChannel, LiveLink live) {
        this.tap = tap;
        this.live = live;
        this.deviceChannel = deviceChannel;
        device = new Leg(this, Party.CLIENT, deviceChannel);
    }

    Leg device() {
        return device;
    }

    // ------------------------------------------------------------------ the beginning

    /** The device can be talked to. */
    void deviceReady() {
        new BrokerCall(tap, deviceChannel.eventLoop(), this).start();
    }

    /** The handler of a connection to the broker that is being made. */
    Leg newBrokerLeg(Channel channel) {
        return new Leg(this, Party.BROKER, channel);
    }

    /** The broker can be talked to. */
    void brokerReady(Leg leg) {
        if (over) {
            leg.abort();
            return;
        }
        broker = leg;
        waiting.forEach(broker::write);
        waiting.clear();
        broker.flush();
        device.read(true);
    }

    void unreachable(BrokerProblem problem) {
        if (!over) {
            tap.problem(problem.sentence());
            end(Party.BROKER, Ending.UNREACHABLE, problem.detail());
            device.abort();
        }
    }

    // ------------------------------------------------------------------ traffic

    void received(Leg from, ByteBuf bytes) {
        if (over) {
            bytes.release();
            return;
        }
        // Told before it is passed on: what it causes elsewhere must stand behind it in the trace.
        int packets = live.bytes(from.direction(), WireClock.now(),
                bytes.nioBufferCount() == 1 ? bytes.internalNioBuffer(bytes.readerIndex(), bytes.readableBytes())
                        : bytes.nioBuffer());
        tap.passed(bytes.readableBytes(), packets);
        Leg to = other(from);
        if (to == null) {
            waiting.add(bytes);
        } else {
            to.write(bytes);
        }
    }

    void receivedAll(Leg from) {
        Leg to = other(from);
        if (to != null && !over) {
            to.flush();
            if (!to.isWritable()) {
                from.read(false);
            }
        }
    }

    void writabilityChanged(Leg to) {
        Leg from = other(to);
        if (from != null && !over && to.isWritable()) {
            from.read(true);
        }
    }

    // ------------------------------------------------------------------ the end

    /** FIN from one side: it will send no more, and may still read. */
    void inputEnded(Leg from) {
        if (over || isEnded(from)) {
            return;
        }
        if (from == device) {
            deviceEnded = true;
        } else {
            brokerEnded = true;
        }
        boolean last = deviceEnded && brokerEnded;
        if (last) {
            end(from.party(), Ending.CLOSED, "");
        } else {
            live.ended(WireClock.now(), from.party(), Ending.HALF_CLOSED, "");
        }
        other(from).finish().addListener(_ -> {
            if (last) {
                closeBoth();
            }
        });
    }

    /** The connection with one side failed. */
    void broken(Leg from, Throwable cause) {
        reset(from, BrokerProblem.reasonOf(cause));
    }

    /** The connection with one side is no more, without FIN in both directions. */
    void gone(Leg from) {
        reset(from, "");
    }

    /** The tap ends the link. Any thread. */
    void closeSoon() {
        deviceChannel.eventLoop().execute(() -> {
            if (!over) {
                end(Party.TAP, Ending.CLOSED, "");
                closeBoth();
            }
        });
    }

    private void reset(Leg from, String detail) {
        if (over) {
            return;
        }
        end(from.party(), Ending.RESET, detail);
        from.abort();
        Leg to = other(from);
        if (to != null) {
            to.flush();
            to.abort();
        }
    }

    private void end(Party by, Ending how, String detail) {
        over = true;
        live.ended(WireClock.now(), by, how, detail);
        waiting.forEach(ByteBuf::release);
        waiting.clear();
        tap.ended(this);
    }

    private void closeBoth() {
        device.close();
        if (broker != null) {
            broker.close();
        }
    }

    private boolean isEnded(Leg leg) {
        return leg == device ? deviceEnded : brokerEnded;
    }

    private Leg other(Leg leg) {
        return leg == device ? broker : device;
    }
}
