package dev.fourshake.app.tap.hold;

import dev.fourshake.app.tap.hold.Reaction.Cut.Manner;
import dev.fourshake.app.trace.LiveLink;
import io.netty.util.concurrent.Future;
import java.util.stream.Stream;

/** A link of the tap, as far as holding is concerned. On its event loop only, but for {@link #execute}. */
public interface HoldLink {

    LiveLink live();

    boolean isOver();

    /** Both directions, where there are any; none when the link is over. */
    Stream<? extends HoldLane> lanes();

    /** Makes the link do something. Any thread. */
    void execute(Runnable work);

    /** Does work on the link's event loop after so many nanoseconds. */
    Future<?> later(long nanos, Runnable work);

    /** The tap ends the link as a fault: what has been passed on still arrives, and nothing after it. */
    void cut(Manner manner);
}
