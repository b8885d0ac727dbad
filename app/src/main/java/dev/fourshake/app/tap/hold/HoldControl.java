package dev.fourshake.app.tap.hold;

import dev.fourshake.app.change.Listeners;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Direction;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Holds packets at a tap and lets them go, as a debugger stops at breakpoints, and does with them what else can befall
 * a packet ({@link Reaction}). A packet that is held is held whole; all that comes behind it in its direction on its
 * link waits behind it, so that the order is kept. The other direction, and other links, go on. Keep-alive passes.
 *
 * <p>A held packet goes on by itself after {@link #releaseAfter()}, and all do where a window that has said that it is
 * there ({@link #renew}) is not any more. Where a side closes while its packets are held,
 * they can still be let go, and the close follows them; where it resets, they are dropped. When the tap is closed all
 * are let go first. Any thread may call; what is asked for happens soon after.
 */
public final class HoldControl {

    /** How long a packet is held at most, unless the user sets another time. */
    public static final Duration RELEASE_AFTER = Duration.ofSeconds(60);

    private final Supplier<Stream<LinkHold>> links;
    private final Consumer<Message> onProblem;
    private final Map<Long, HeldPacket> held = new ConcurrentSkipListMap<>();
    private final Listeners listeners = new Listeners();
    private final Lease lease;
    private volatile List<Armed> armed = List.of();
    private volatile Duration releaseAfter = RELEASE_AFTER;

    /**
     * @param links     those that are up when it is asked; by any thread
     * @param clock     of the time after which nobody is there any more
     * @param onProblem is told on that clock what the user has to know
     */
    public HoldControl(Supplier<Stream<LinkHold>> links, EventExecutor clock, Consumer<Message> onProblem) {
        this.links = links;
        this.onProblem = onProblem;
        lease = new Lease(clock, this::abandoned);
    }

    /** Those that are set, in the order in which packets are held against them. */
    public List<Breakpoint> breakpoints() {
        return armed.stream().map(Armed::breakpoint).toList();
    }

    /**
     * These, and no others, from now on. Packets that are held already stay so. The first of them that a packet meets
     * says what is done with it. A breakpoint that is set already (the same object) goes on counting; all others begin.
     *
     * @return complete when every link that is up goes by them; never fails
     */
    public CompletableFuture<Void> breakpoints(List<Breakpoint> newOnes) {
        synchronized (this) {
            List<Armed> before = armed;
            List<Armed> now = new ArrayList<>();
            for (Breakpoint breakpoint : newOnes) {
                now.add(before.stream().filter(each -> each.breakpoint() == breakpoint).findFirst()
                        .orElseGet(() -> new Armed(breakpoint)));
            }
            armed = List.copyOf(now);
        }
        CompletableFuture<Void> everywhere = each(LinkHold::arm);
        listeners.tell();
        return everywhere;
    }

    /** How many packets have met a breakpoint that is set (the same object); 0 where it is not. */
    public int hits(Breakpoint breakpoint) {
        return armed.stream().filter(each -> each.breakpoint() == breakpoint).mapToInt(each -> each.hits().get())
                .findFirst().orElse(0);
    }

    /** All packets that stand at the tap now, in the order in which they came. */
    public List<HeldPacket> held() {
        Map<Long, Long> before = new HashMap<>();
        return held.values().stream().map(packet -> packet.releasedAt(before.merge(
                packet.link() * 2L + packet.direction().ordinal(), packet.releaseNanos(),
                // None goes before the one that stands before it.
                (first, own) -> packet.reaction().isEmpty() ? first : Math.max(first, own)))).toList();
    }

    // ------------------------------------------------------------------ by hand

    /**
     * Lets the packet go that is held first in this direction of the link, if there is one. The next one of the link is
     * held, whichever way it goes and whatever its type, until {@link #resume}.
     */
    public void step(int link, Direction direction) {
        on(link, hold -> hold.step(direction));
    }

    /**
     * Lets the held packet go, and holds the next one of its exchange, whichever way that goes; other packets pass, but
     * for those at breakpoints. A packet behind others goes when they have gone.
     */
    public void stepExchange(long holdId) {
        find(holdId).ifPresent(packet -> on(packet.link(), hold -> hold.stepExchange(packet)));
    }

    /**
     * Does something with a packet that is held: at once where that passes nothing on, else as soon as no other stands
     * before it. What only waits behind it goes on with it. Nothing happens where the packet is not held any more.
     */
    public void react(long holdId, Reaction reaction) {
        find(holdId).ifPresent(packet -> on(packet.link(), hold -> hold.react(packet, reaction)));
    }

    private Optional<HeldPacket> find(long holdId) {
        return Optional.ofNullable(held.get(holdId));
    }

    /** Lets all go that is held on the link, which then runs to the next breakpoint. */
    public void resume(int link) {
        on(link, LinkHold::resume);
    }

    /** Lets all go; every link runs to its next breakpoint. */
    public void resume() {
        each(LinkHold::resume);
    }

    private void on(int link, Consumer<LinkHold> work) {
        links.get().filter(each -> each.number() == link).forEach(each -> each.execute(() -> work.accept(each)));
    }

    // ------------------------------------------------------------------ by itself

    /** How long a packet is held at most. */
    public Duration releaseAfter() {
        return releaseAfter;
    }

    /**
     * Another time after which a held packet goes on by itself; it holds for those that stand already as well.
     *
     * @param time more than nothing
     */
    public void releaseAfter(Duration time) {
        if (!time.isPositive()) {
            throw new IllegalArgumentException("Packets are held for longer than nothing: " + time);
        }
        releaseAfter = time;
        each(LinkHold::retime);
        listeners.tell();
    }

    /**
     * Whoever holds packets for a user to look at says that the user can do so. From the first call on it has to be
     * said again at least each second: where it is not for some seconds, all is let go and the breakpoints are
     * removed, so that a window that hangs stops no plant. A tap without a window needs none of this.
     *
     * @return false where that has happened since the last call
     */
    public boolean renew() {
        return lease.renew();
    }

    private void abandoned() {
        if (!armed.isEmpty() || !held.isEmpty()) {
            onProblem.accept(Message.of(HoldControl.class, "hold.abandoned", Lease.TIME.toSeconds()));
        }
        breakpoints(List.of());
        resume();
    }

    /** How long both sides of a link on which packets are held, or looked at, still bear it. */
    public Patience patience(int link) {
        return links.get().filter(each -> each.number() == link).map(LinkHold::patience).findFirst()
                .orElse(Patience.UNKNOWN);
    }

    /**
     * Called by any thread when a packet is held or leaves, when what is done with it changes, and when the breakpoints
     * or the time change: to arm something, not to work.
     */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    // ------------------------------------------------------------------ for the links

    List<Armed> armed() {
        return armed;
    }

    void added(HeldPacket packet) {
        held.put(packet.holdId(), packet);
        listeners.tell();
    }

    void removed(long holdId) {
        held.remove(holdId);
        listeners.tell();
    }

    private CompletableFuture<Void> each(Consumer<LinkHold> work) {
        return CompletableFuture.allOf(links.get()
                .map(link -> CompletableFuture.runAsync(() -> work.accept(link), link::execute))
                .toArray(CompletableFuture[]::new));
    }
}
