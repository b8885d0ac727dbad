package dev.fourshake.app.tap.line;

import dev.fourshake.app.change.Listeners;
import dev.fourshake.model.wire.Direction;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes lines at a tap weak, and good again, while they run. Each direction of each link goes by the last rule that
 * concerns it, or is perfect.
 *
 * <p>Where rules change, what is on its way arrives at once, and links of which one side is gone already are reset as
 * soon as their line is perfect. Any thread may call; what is asked for happens soon after.
 */
public final class LineControl {

    private final Supplier<Stream<LinkLines>> links;
    private final Listeners listeners = new Listeners();
    private volatile List<LineRule> rules = List.of();

    /** @param links those that are up when it is asked; by any thread */
    public LineControl(Supplier<Stream<LinkLines>> links) {
        this.links = links;
    }

    public List<LineRule> rules() {
        return rules;
    }

    /**
     * These, and no others, from now on.
     *
     * @return complete when every link that is up goes by them; never fails
     */
    public CompletableFuture<Void> rules(List<LineRule> newOnes) {
        rules = List.copyOf(newOnes);
        CompletableFuture<Void> done = CompletableFuture.allOf(links.get()
                .map(link -> CompletableFuture.runAsync(link::rearrange, link::execute))
                .toArray(CompletableFuture[]::new));
        listeners.tell();
        return done;
    }

    /** Whether any packet may fare otherwise than on a perfect line. */
    public boolean isWeak() {
        return rules.stream().anyMatch(rule -> !rule.quality().isPerfect());
    }

    /** Whether packets of this link may fare otherwise; {@code clientId} is empty where there is none yet. */
    public boolean isWeak(int link, String clientId) {
        return Stream.of(Direction.values()).anyMatch(way -> !quality(link, clientId, way).isPerfect());
    }

    /** Called by any thread when the rules change: to arm something, not to work. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    // ------------------------------------------------------------------ for the links

    /** @param clientId null while it is not known */
    LineQuality quality(int link, String clientId, Direction direction) {
        return rules.reversed().stream().filter(rule -> rule.concerns(link, clientId, direction)).findFirst()
                .map(LineRule::quality).orElse(LineQuality.PERFECT);
    }

    /** Whether the quality of a line depends on its client's name. */
    boolean asksForNames() {
        return rules.stream().anyMatch(rule -> rule.scope() instanceof LineScope.Client);
    }
}
