package dev.fourshake.app.drill;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.Tap;
import dev.fourshake.app.tap.TapException;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.tap.tls.DeviceTls;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.trace.Trace;
import java.util.Optional;

/**
 * A real device, which connects to the drill's tap instead of its broker, and comes back by itself when its connection
 * is lost.
 *
 * @param listen  where it connects; port 0 for a free one, the same in all cases
 * @param topics  filter that the messages match that it publishes; empty where it is not drilled as a publisher
 * @param trigger message upon which it publishes; empty where the engineer sees to that
 * @param message that is sent to it; empty where it is not drilled as a subscriber
 */
public record Site(HostPort listen, DeviceTls tls, Optional<String> topics, Optional<SiteMessage> trigger,
                   Optional<SiteMessage> message) {

    /** The same at a port that is free now, where port 0 asked for that: a device is told where to connect once. */
    Site settled() throws DrillException {
        if (listen.port() != 0) {
            return this;
        }
        try (TraceFeed unseen = new TraceFeed(new Trace());
             Tap tap = Tap.start(TapOptions.to(listen).withListen(listen), unseen)) {
            return new Site(tap.address(), tls, topics, trigger, message);
        } catch (TapException failure) {
            throw DrillException.of(failure.sentence());
        }
    }

    /** A message that the user wrote. */
    public record SiteMessage(String topic, String payload) {

        /** {@code TOPIC=PAYLOAD}, with the first equals sign between them; the topic has no wildcards. */
        public static Optional<SiteMessage> parse(String text) {
            int at = text.indexOf('=');
            return at <= 0 || text.substring(0, at).matches(".*[+#].*") ? Optional.empty()
                    : Optional.of(new SiteMessage(text.substring(0, at), text.substring(at + 1)));
        }
    }
}
