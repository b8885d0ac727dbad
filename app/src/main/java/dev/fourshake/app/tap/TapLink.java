package dev.fourshake.app.tap;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.hold.HoldLink;
import dev.fourshake.app.tap.hold.LinkHold;
import dev.fourshake.app.tap.hold.Reaction.Cut.Manner;
import dev.fourshake.app.tap.line.LinkLines;
import dev.fourshake.app.tap.line.WeakLink;
import dev.fourshake.app.tap.tls.TlsProblem;
import dev.fourshake.app.trace.LiveLink;
import dev.fourshake.app.trace.WireClock;
import dev.fourshake.model.wire.LinkEnded.Ending;
import dev.fourshake.model.wire.LinkEnded.Party;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A device, the tap, and the broker: what one side does is done to the other. The broker is called when the device
 * has; the device is not read meanwhile, and what came with its TLS handshake waits. On its event loop only.
 */
final class TapLink implements HoldLink, WeakLink {

    private final Tap tap;
    private final LiveLink live;
    private final EventLoop loop;
    private final Leg device;
    private final LinkHold hold;
    private final LinkLines lines;
    private final HalfOpen halfOpen = new HalfOpen(this);

    /** Null until a connection to the broker stands, as both ways are. */
    private Leg broker;
    private Lane toBroker;
    private Lane toDevice;

    /** Who sent the FIN that came last. */
    private Party lastEnded;
    private boolean over;

    TapLink(Tap tap, LegChannel deviceChannel, LiveLink live) {
        this.tap = tap;
        this.live = live;
        loop = deviceChannel.eventLoop();
        device = new Leg(this, Party.CLIENT, deviceChannel);
        lines = new LinkLines(tap.lines(), this);
        hold = new LinkHold(this, tap.holds(), tap::snapshot);
    }

    int number() {
        return live.number();
    }

    @Override
    public LiveLink live() {
        return live;
    }

    /** Host of the device, as the tap sees it. */
    String deviceHost() {
        return HostPort.parse(live.opened().client()).host();
    }

    LinkHold hold() {
        return hold;
    }

    Leg device() {
        return device;
    }

    @Override
    public void execute(Runnable work) {
        loop.execute(work);
    }

    // ------------------------------------------------------------------ the beginning

    /** One side can be talked to: it is connected, and TLS, if it is asked for, is agreed. */
    void ready(Leg leg) {
        if (leg != device) {
            tap.brokerReached();
        }
        if (over) {
            leg.abort();
        } else if (leg == device) {
            tap.brokerCalled();
            new BrokerCall(tap, loop, this).start();
        } else {
            broker = leg;
            toBroker = new Lane(this, device, broker);
            toDevice = new Lane(this, broker, device);
            hold.arm();
            lines.arrange();
            device.open();
            lanes().forEach(Lane::flush);
            tap.through(this);
        }
    }

    /** The broker cannot be reached. */
    void unreachable(Throwable cause) {
        if (!over) {
            LinkProblem problem = LinkProblem.unreachable(tap.options().broker(), cause);
            tap.problem(problem.sentence(), _ -> true);
            end(Party.BROKER, Ending.UNREACHABLE, problem.detail());
            device.abort();
        }
    }

    /** One side and the tap do not agree on TLS, or not any more. */
    void tlsFailed(Leg leg, Throwable cause) {
        if (!over) {
            TlsProblem problem = leg == device ? tap.tls().deviceProblem(live.opened().client(), cause)
                    : tap.tls().brokerProblem(cause);
            String host = deviceHost();
            tap.problem(problem.sentence(), later -> later.deviceHost().equals(host));
            end(leg.party(), Ending.TLS_FAILED, problem.detail());
            abortOther(leg);
            // Behind the alert that says to this side what is wrong.
            leg.close();
        }
    }

    // ------------------------------------------------------------------ traffic

    /** The way of what this side sends; null before both sides stand, and when the link is over. */
    Lane from(Leg leg) {
        return over ? null : leg == device ? toBroker : toDevice;
    }

    /** The way of what goes to this side. */
    Lane to(Leg leg) {
        return over ? null : leg == device ? toDevice : toBroker;
    }

    @Override
    public Stream<Lane> lanes() {
        return over ? Stream.empty() : ways();
    }

    private Stream<Lane> ways() {
        return toBroker == null ? Stream.empty() : Stream.of(toBroker, toDevice);
    }

    @Override
    public boolean isOver() {
        return over;
    }

    void passed(int bytes, int packets) {
        tap.passed(bytes, packets);
    }

    // ------------------------------------------------------------------ weak lines

    LinkLines lines() {
        return lines;
    }

    HalfOpen halfOpen() {
        return halfOpen;
    }

    @Override
    public Optional<String> clientId() {
        return tap.clientId(number());
    }

    @Override
    public void loseConnection() {
        cut(Manner.RST);
    }

    @Override
    public void mend() {
        halfOpen.mend();
    }

    @Override
    public Future<?> later(long nanos, Runnable work) {
        return loop.schedule(work, nanos, TimeUnit.NANOSECONDS);
    }

    // ------------------------------------------------------------------ the end

    /** FIN from one side: it will send no more, and may still read. */
    void inputEnded(Leg leg) {
        Lane lane = from(leg);
        if (lane == null || lane.isEnded() || halfOpen.isGone(leg)) {
            return;
        }
        lastEnded = leg.party();
        Lane back = to(leg);
        if (!back.isEnded()) {
            live.ended(WireClock.now(), leg.party(), Ending.HALF_CLOSED, "");
        }
        lane.end();
        if (!over && halfOpen.isNobodyLeft(lane, back)) {
            end(leg.party(), Ending.CLOSED, "");
            closeBoth();
        }
    }

    /** A FIN was passed on. */
    void finished() {
        if (!over && toBroker.isFinished() && toDevice.isFinished()) {
            end(lastEnded, Ending.CLOSED, "");
            closeBoth();
        }
    }

    /** The connection with one side is no more, without FIN in both directions. */
    void reset(Leg leg, String detail) {
        if (over || halfOpen.isGone(leg) || isFinished(leg)) {
            return;
        }
        if (!halfOpen.isLateToHear(leg, detail)) {
            passReset(leg, detail);
        }
    }

    /** One side has reset its connection, and now the other one is told. */
    void passReset(Leg leg, String detail) {
        end(leg.party(), Ending.RESET, detail);
        leg.abort();
        abortOther(leg);
    }

    /** The tap ends the link, and keeps nothing back. */
    void close() {
        lanes().forEach(Lane::letGo);
        if (!over) {
            end(Party.TAP, Ending.CLOSED, "");
            closeBoth();
        }
    }

    @Override
    public void cut(Manner manner) {
        if (over) {
            return;
        }
        end(Party.TAP, switch (manner) {
            case FIN -> Ending.CLOSED;
            case RST -> Ending.RESET;
        }, "");
        Stream.of(device, broker).filter(Objects::nonNull).forEach(leg -> leg.cut(manner));
    }

    private boolean isFinished(Leg leg) {
        return from(leg) != null && from(leg).isEnded() && to(leg).isFinished();
    }

    private void abortOther(Leg leg) {
        if (leg != device) {
            device.abort();
        } else if (broker != null) {
            broker.abort();
        }
    }

    private void end(Party by, Ending how, String detail) {
        over = true;
        hold.end();
        ways().forEach(Lane::drop);
        live.ended(WireClock.now(), by, how, detail);
        tap.ended(this);
    }

    private void closeBoth() {
        device.close();
        if (broker != null) {
            broker.close();
        }
    }
}
