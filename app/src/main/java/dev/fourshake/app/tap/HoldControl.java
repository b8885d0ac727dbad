package dev.fourshake.app.tap;

import dev.fourshake.model.wire.Direction;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/**
 * Holds packets at a tap and lets them go, as a debugger stops at breakpoints. A packet that matches a breakpoint is
 * held, whole; all that comes behind it in its direction on its link waits behind it, so that the order is kept. The
 * other direction, and other links, go on. Keep-alive passes.
 *
 * <p>Where a side closes while its packets are held, they can still be let go, and the close follows them; where it
 * resets, they are dropped. When the tap is closed all are let go first. Any thread may call; what is asked for happens
 * soon after.
 */
public final class HoldControl {

    private final Tap tap;
    private final Map<Long, HeldPacket> held = new ConcurrentSkipListMap<>();
    private final Listeners listeners = new Listeners();
    private volatile List<Breakpoint> breakpoints = List.of();

    HoldControl(Tap tap) {
        this.tap = tap;
    }

    public List<Breakpoint> breakpoints() {
        return breakpoints;
    }

    /**
     * These, and no others, from now on. Packets that are held already stay so.
     *
     * @return complete when every link that is up goes by them; never fails
     */
    public CompletableFuture<Void> breakpoints(List<Breakpoint> newOnes) {
        breakpoints = List.copyOf(newOnes);
        CompletableFuture<Void> armed = each(TapLink::arm);
        listeners.tell();
        return armed;
    }

    /** All packets that stand at the tap now, in the order in which they came. */
    public List<HeldPacket> held() {
        return List.copyOf(held.values());
    }

    /**
     * Lets the packet go that is held first in this direction of the link, if there is one. The next one of the link is
     * held, whichever way it goes and whatever its type, until {@link #resume}.
     */
    public void step(int link, Direction direction) {
        tap.links().filter(each -> each.number() == link).forEach(each -> each.execute(() -> each.step(direction)));
    }

    /** Lets all go that is held on the link, which then runs to the next breakpoint. */
    public void resume(int link) {
        tap.links().filter(each -> each.number() == link).forEach(each -> each.execute(each::resume));
    }

    /** Lets all go; every link runs to its next breakpoint. */
    public void resume() {
        each(TapLink::resume);
    }

    /** Called by any thread when a packet is held or leaves, or the breakpoints change: to arm something, not to work. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    // ------------------------------------------------------------------ for the links

    void added(HeldPacket packet) {
        held.put(packet.holdId(), packet);
        listeners.tell();
    }

    void removed(long holdId) {
        held.remove(holdId);
        listeners.tell();
    }

    private CompletableFuture<Void> each(Consumer<TapLink> work) {
        return CompletableFuture.allOf(tap.links()
                .map(link -> CompletableFuture.runAsync(() -> work.accept(link), link::execute))
                .toArray(CompletableFuture[]::new));
    }
}
