package dev.fourshake.app.tap.hold;

import dev.fourshake.app.tap.hold.Reaction.Acknowledge;
import dev.fourshake.app.tap.hold.Reaction.Answer;
import dev.fourshake.app.tap.hold.Reaction.Delay;
import dev.fourshake.app.tap.hold.Reaction.Drop;
import dev.fourshake.app.tap.hold.Reaction.Hold;
import dev.fourshake.app.trace.LiveLink;
import dev.fourshake.app.trace.WireClock;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.PacketType;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The packets of one direction of a link that stand at the tap, in the order in which they came, which is the order in
 * which they leave. What passes nothing on is done at once, all else when no other stands before the packet. On the
 * link's event loop only.
 */
final class HeldQueue {

    /**
     * What a packet that stands here counts beside its bytes: some ten small objects, here and in what users are shown.
     */
    static final int OVERHEAD = 256;

    private final LinkHold hold;
    private final LiveLink live;
    private final HoldLane lane;
    private final Outlet outlet;
    private final Deque<Standing> line = new ArrayDeque<>();
    private int bytes;
    /** Those that begin a connection: see {@link Standing#isOpening}. */
    private int openings;
    /** Runs when the first may go on by itself; null where none stands. */
    private Future<?> timer;

    HeldQueue(LinkHold hold, LiveLink live, HoldLane lane) {
        this.hold = hold;
        this.live = live;
        this.lane = lane;
        outlet = new Outlet(hold, live, lane);
    }

    boolean isEmpty() {
        return line.isEmpty();
    }

    /** Whether one stands here that nothing may overtake, not even keep-alive. */
    boolean isOpening() {
        return openings > 0;
    }

    /** What all that stand take of the memory. */
    int bytes() {
        return bytes;
    }

    boolean isFirst(PacketType type) {
        return !line.isEmpty() && line.getFirst().type() == type;
    }

    /** @param reaction empty where it only waits behind others */
    void arrived(long time, Bytes raw, boolean opaque, Optional<Reaction> reaction) {
        Standing packet = new Standing(time, raw, opaque, reaction.orElse(null));
        if (reaction.filter(what -> isAtOnce(what) || line.isEmpty() && !waits(what)).isPresent()) {
            perform(packet, reaction.get());
            return;
        }
        packet.held(live.held(lane.direction(), time, raw, opaque));
        line.add(packet);
        bytes += OVERHEAD + raw.length();
        openings += packet.isOpening() ? 1 : 0;
        tell(packet);
        if (line.size() == 1) {
            watch();
        }
    }

    /** Needs not wait for its turn: nothing is passed on that could overtake another. */
    private static boolean isAtOnce(Reaction reaction) {
        return reaction instanceof Drop || reaction instanceof Answer || reaction instanceof Acknowledge;
    }

    /** Whether a packet that is first stays where it is. */
    private static boolean waits(Reaction reaction) {
        return reaction instanceof Hold || reaction instanceof Delay;
    }

    // ------------------------------------------------------------------ what is asked for

    /** Does with the first held packet what is to be done with it; without more, that is to let it go. */
    void step() {
        Standing first = line.poll();
        if (first != null) {
            perform(first, first.reaction().orElseGet(Hold::new));
        }
    }

    void stepAll() {
        while (!line.isEmpty()) {
            step();
        }
    }

    /** Lets all go as they came. */
    void releaseAll() {
        Standing first;
        while ((first = line.poll()) != null) {
            perform(first, new Hold());
        }
    }

    /** What only waits is held from now on. */
    void stopAll() {
        for (Standing packet : line) {
            if (packet.reaction().isEmpty()) {
                decide(packet, Optional.of(new Hold()));
            }
        }
    }

    /** This is done with a packet that stands here; where the packet is gone, nothing. */
    void react(long holdId, Reaction reaction) {
        find(holdId).ifPresent(packet -> {
            if (isAtOnce(reaction)) {
                line.remove(packet);
                perform(packet, reaction);
            } else {
                decide(packet, Optional.of(reaction));
            }
        });
    }

    /** The packet goes as soon as none stands before it; tells what it is, where it is here. */
    Optional<Standing> letGo(long holdId) {
        Optional<Standing> packet = find(holdId);
        packet.ifPresent(going -> decide(going, Optional.empty()));
        return packet;
    }

    /** Holds the first behind this one that belongs to the exchange; false where there is none. */
    boolean stopNext(long holdId, ExchangeKey exchange) {
        for (Standing packet : line) {
            if (packet.holdId() > holdId && !packet.isOpaque()
                    && ExchangeKey.of(lane.direction(), packet.raw()).filter(exchange::equals).isPresent()) {
                if (packet.reaction().isEmpty()) {
                    decide(packet, Optional.of(new Hold()));
                }
                return true;
            }
        }
        return false;
    }

    private Optional<Standing> find(long holdId) {
        return line.stream().filter(packet -> packet.holdId() == holdId).findFirst();
    }

    private void decide(Standing packet, Optional<Reaction> reaction) {
        packet.decide(reaction, WireClock.now());
        tell(packet);
    }

    private void tell(Standing packet) {
        hold.control().added(packet.toHeldPacket(live.number(), lane.direction(), hold.control().releaseAfter()));
    }

    /** The time after which packets go on by themselves is another. */
    void retime() {
        line.forEach(this::tell);
    }

    // ------------------------------------------------------------------ time

    /** Does what there is to do now: the first may have become another, or its time may have come. */
    void advance() {
        while (!line.isEmpty() && isToGo(line.getFirst())) {
            if (line.getFirst().reaction().filter(Hold.class::isInstance).isPresent()) {
                hold.isForgotten();
            }
            step();
        }
        watch();
    }

    private boolean isToGo(Standing first) {
        return first.reaction().filter(HeldQueue::waits).isEmpty() || remaining(first) <= 0;
    }

    private long remaining(Standing packet) {
        return packet.releaseNanos(hold.control().releaseAfter()) - WireClock.now();
    }

    private void watch() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
        if (!line.isEmpty()) {
            timer = hold.later(remaining(line.getFirst()), () -> {
                timer = null;
                hold.settle(lane);
            });
        }
    }

    // ------------------------------------------------------------------ what leaves

    private void perform(Standing packet, Reaction reaction) {
        forget(packet);
        outlet.perform(packet, reaction);
    }

    private void forget(Standing packet) {
        if (packet.isHeld()) {
            bytes -= OVERHEAD + packet.raw().length();
            openings -= packet.isOpening() ? 1 : 0;
            hold.control().removed(packet.holdId());
        }
    }

    /** The link is over, and what stands here is lost with it. */
    void dropAll() {
        line.forEach(packet -> perform(packet, new Drop()));
        line.clear();
        watch();
    }
}
