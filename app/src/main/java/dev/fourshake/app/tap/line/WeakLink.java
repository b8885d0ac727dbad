package dev.fourshake.app.tap.line;

import dev.fourshake.app.trace.LiveLink;
import io.netty.util.concurrent.Future;
import java.util.Optional;
import java.util.stream.Stream;

/** A link of the tap, as far as lines are concerned. On its event loop only, but for {@link #execute}. */
public interface WeakLink {

    LiveLink live();

    /** Client Identifier, as far as the trace has read it. */
    Optional<String> clientId();

    /** Both directions, where there are any; none when the link is over. */
    Stream<? extends WeakLane> lanes();

    /** Makes the link do something. Any thread. */
    void execute(Runnable work);

    /** Does work on the link's event loop after so many nanoseconds. */
    Future<?> later(long nanos, Runnable work);

    /** The line has lost the connection: both sides are reset, and what is on its way is dropped. */
    void loseConnection();

    /** Both directions are perfect: a side that hears of nothing yet hears that the other one is gone. */
    void mend();
}
