package dev.fourshake.app.drill;

import dev.fourshake.app.broker.EmbeddedBroker;
import dev.fourshake.app.broker.SharedBroker;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.Tap;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.tap.line.LineQuality;
import dev.fourshake.app.tap.line.LineRule;
import dev.fourshake.app.tap.line.Occasion;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing gets through to it any more, while all connections stand: nobody can tell that from one that hangs. */
@ExtendWith(SharedBroker.class)
class DrillHangWithEmbeddedBrokerTest extends DrillHangContract {

    private static final LineRule SWALLOWED = LineRule.of(LineQuality.PERFECT.withBlackHole(new Occasion.Every(1)));

    private TraceFeed feed;
    private Tap way;

    @BeforeEach
    void start(EmbeddedBroker broker) throws Exception {
        feed = new TraceFeed(new Trace());
        way = Tap.start(TapOptions.to(HostPort.loopback(SharedBroker.addressOf(broker).getPort())), feed);
    }

    @AfterEach
    void end() {
        way.close();
        feed.close();
    }

    @Override
    HostPort broker() {
        return way.address();
    }

    @Override
    void hang() {
        way.lines().rules(List.of(SWALLOWED)).join();
    }

    @Override
    void goOn() {
        way.lines().rules(List.of()).join();
    }
}
