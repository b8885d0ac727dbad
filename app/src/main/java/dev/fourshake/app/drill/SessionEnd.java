package dev.fourshake.app.drill;

import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.client.ClientListener;
import dev.fourshake.app.client.ConnectOptions;
import dev.fourshake.app.client.DeviceClient;
import dev.fourshake.app.tap.Tap;
import dev.fourshake.app.tap.TapException;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.wire.ProtocolVersion;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/**
 * Throws a session away, by connecting in its client's place with a clean start and a session that ends with the
 * connection. It goes to the broker as the case does, by a tap that nobody looks at.
 */
final class SessionEnd {

    /** For the end of the connection; short, as a drill that is stopped waits for it, and most brokers are at once. */
    private static final Duration BROKER_PATIENCE = Duration.ofSeconds(2);

    private SessionEnd() {
    }

    /**
     * Does it as far as it can be done: whether it was is told by Session Present.
     *
     * @param connect of the client whose session it is: its identifier, user name and password are used
     */
    static void of(Connect connect, TapOptions way, Duration patience) {
        ProtocolVersion version = ProtocolVersion.ofLevel(connect.protocolLevel()).orElse(ProtocolVersion.MQTT_3_1_1);
        try (TraceFeed unseen = new TraceFeed(new Trace()); Tap tap = Tap.start(way, unseen)) {
            ConnectOptions.Builder options = ConnectOptions.to(
                    BrokerAddress.tcp(tap.address().host(), tap.address().port()), version, connect.clientId())
                    .timeout(patience);
            connect.userName().ifPresent(options::userName);
            connect.password().ifPresent(options::password);
            try (DeviceClient client = DeviceClient.of(options.build(), ClientListener.NONE)) {
                client.connect().join();
            }
            // A broker ends the connection when it has done with it; a client that came before would still find it.
            new Stop().await(BROKER_PATIENCE, () -> tap.status().linksUp() == 0);
        } catch (TapException | CompletionException | StoppedException _) {
            // The session stays, and a case whose fault this was proves nothing.
        }
    }
}
