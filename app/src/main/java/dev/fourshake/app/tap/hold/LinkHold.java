package dev.fourshake.app.tap.hold;

import dev.fourshake.app.tap.hold.Reaction.Cut;
import dev.fourshake.app.tap.hold.Reaction.Hold;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketBoundary;
import dev.fourshake.model.wire.PacketType;
import io.netty.util.concurrent.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What is to be held on one link, or done with its packets. On the link's event loop only. */
public final class LinkHold {

    private final HoldLink link;
    private final HoldControl control;
    private final LinkFacts facts;
    private final HeartBeat heartBeat;
    private final Pings pings = new Pings();
    private List<Armed> breakpoints = List.of();
    private boolean stepping;
    /** Exchanges of which the next packet is held, and that alone. */
    private final Set<ExchangeKey> awaited = new HashSet<>();

    /** @param trace what it has read so far; it may be some milliseconds behind */
    public LinkHold(HoldLink link, HoldControl control, Supplier<TraceSnapshot> trace) {
        this.link = link;
        this.control = control;
        facts = new LinkFacts(trace, link.live().number());
        heartBeat = new HeartBeat(this, link);
    }

    /**
     * What packets of one direction are looked at by.
     *
     * @param boundary where the direction stands now; the gate's own from here on
     */
    public Gate gate(HoldLane lane, PacketBoundary boundary) {
        return new Gate(this, link, lane, boundary);
    }

    /** Any thread. */
    int number() {
        return link.live().number();
    }

    /** Any thread. */
    void execute(Runnable work) {
        link.execute(work);
    }

    HoldControl control() {
        return control;
    }

    LinkFacts facts() {
        return facts;
    }

    HeartBeat heartBeat() {
        return heartBeat;
    }

    Pings pings() {
        return pings;
    }

    /** Any thread. */
    Patience patience() {
        return pings.patience(facts.keepAlive());
    }

    /** The breakpoints of the tap have changed, or there may be nothing more to wait for. */
    public void arm() {
        breakpoints = control.armed().stream().filter(each -> each.concerns(number(), facts.clientId())).toList();
        boolean armed = stepping || !breakpoints.isEmpty() || !awaited.isEmpty() || heartBeat.isBusy();
        if (!armed) {
            facts.forgetAliases();
        }
        link.lanes().forEach(lane -> lane.arm(armed));
    }

    /** The link is over. */
    public void end() {
        heartBeat.stop();
    }

    // ------------------------------------------------------------------ packets that come

    /** Whether a packet of this type has to be looked at, whole, before it may pass. */
    boolean looksAt(Direction direction, PacketType type) {
        if (stepping || !awaited.isEmpty() || type == PacketType.CONNECT || isKeepAlive(type)) {
            return true;
        }
        for (Armed breakpoint : breakpoints) {
            if (breakpoint.isFor(direction, type) || breakpoint.asksForContent() && type == PacketType.PUBLISH) {
                return true;
            }
        }
        if (type == PacketType.PUBLISH) {
            facts.forgetAliases(direction);
        }
        return false;
    }

    private static boolean isKeepAlive(PacketType type) {
        return type == PacketType.PINGREQ || type == PacketType.PINGRESP;
    }

    /** What is to be done with a whole packet; empty where it may pass, as far as itself is concerned. */
    Optional<Reaction> reactionTo(long time, Direction direction, Bytes raw) {
        PacketType type = PacketType.ofFirstByte(raw.at(0));
        if (isKeepAlive(type)) {
            return Optional.empty();
        }
        Optional<Reaction> reaction = Optional.empty();
        PacketSubject subject = new PacketSubject(facts, time, direction, raw);
        subject.learn();
        if (type == PacketType.CONNECT) {
            // The client is known from here on: what is set for others concerns this link no more.
            link.execute(this::arm);
        }
        for (Armed breakpoint : breakpoints) {
            // Each counts, whichever decides.
            if (breakpoint.isMetBy(subject) && reaction.isEmpty()) {
                reaction = Optional.of(breakpoint.breakpoint().reaction());
            }
        }
        boolean isAwaited = ExchangeKey.of(direction, raw).filter(awaited::remove).isPresent();
        if (reaction.filter(what -> !(what instanceof Hold)).isPresent()) {
            return reaction;
        }
        boolean stops = stepping || isAwaited;
        return stops ? Optional.of(new Hold()) : reaction;
    }

    // ------------------------------------------------------------------ what is asked for

    void step(Direction direction) {
        lane(direction).ifPresent(lane -> {
            stepping = true;
            arm();
            queues(HeldQueue::stopAll);
            held(lane).ifPresent(HeldQueue::step);
            settle(lane);
        });
    }

    void resume() {
        stepping = false;
        awaited.clear();
        queues(HeldQueue::stepAll);
        settleAll();
    }

    void react(HeldPacket packet, Reaction reaction) {
        lane(packet.direction()).ifPresent(lane -> {
            held(lane).ifPresent(queue -> queue.react(packet.holdId(), reaction));
            settle(lane);
        });
    }

    /** Lets the packet go, and holds the next one of its exchange. */
    void stepExchange(HeldPacket packet) {
        lane(packet.direction()).ifPresent(lane -> {
            held(lane).flatMap(queue -> queue.letGo(packet.holdId())).filter(going -> !going.isOpaque())
                    .filter(going -> !ExchangeKey.isLast(going.raw()))
                    .flatMap(going -> ExchangeKey.of(packet.direction(), going.raw()))
                    .ifPresent(exchange -> awaitNext(packet.holdId(), exchange));
            settle(lane);
        });
    }

    private void awaitNext(long holdId, ExchangeKey exchange) {
        boolean here = link.lanes().flatMap(lane -> held(lane).stream())
                .anyMatch(queue -> queue.stopNext(holdId, exchange));
        if (!here) {
            awaited.add(exchange);
            arm();
        }
    }

    /** A packet that waits for the user goes on by itself: so nobody steps any more. */
    void isForgotten() {
        stepping = false;
        awaited.clear();
    }

    /** Packets have left the lane, or may leave it now. */
    void settle(HoldLane lane) {
        if (!link.isOver()) {
            held(lane).ifPresent(HeldQueue::advance);
        }
        if (!link.isOver()) {
            lane.moved();
            arm();
        }
    }

    private void settleAll() {
        link.lanes().forEach(this::settle);
    }

    void retime() {
        queues(HeldQueue::retime);
        settleAll();
    }

    private void queues(Consumer<HeldQueue> work) {
        link.lanes().toList().forEach(lane -> held(lane).ifPresent(work));
    }

    // ------------------------------------------------------------------ what reactions do

    void cut(Cut.Manner manner) {
        link.cut(manner);
    }

    /** A packet of our own goes this way as soon as it can. */
    void insert(Direction direction, Bytes packet) {
        lane(direction).ifPresent(lane -> {
            insert(lane, packet);
            // Not at once: the gate of the packet that is answered may be at work on what came with it.
            link.execute(this::arm);
        });
    }

    /** As soon as it does not stand in the middle of another. */
    void insert(HoldLane lane, Bytes packet) {
        lane.arm(true);
        lane.gate().orElseThrow().insert(packet);
        lane.flush();
    }

    Future<?> later(long nanos, Runnable work) {
        return link.later(nanos, work);
    }

    // ------------------------------------------------------------------ where packets stand

    /** Empty where the link has no such way yet, or any more. */
    Optional<? extends HoldLane> lane(Direction direction) {
        return link.lanes().filter(lane -> lane.direction() == direction).findFirst();
    }

    private static Optional<HeldQueue> held(HoldLane lane) {
        return lane.gate().map(Gate::held);
    }
}
