package dev.fourshake.app.client;

import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Properties;
import java.util.List;
import java.util.Optional;

/**
 * What {@link PahoDeviceClient} needs of a Paho client, the same for both. Calls come from one thread at a time and
 * return at once; outcomes come on Paho's threads, which may be interrupted: whoever hears them hands over and returns.
 */
interface Paho {

    /** The end of something that was asked for. */
    interface Outcome<T> {

        void done(T result);

        void failed(PahoError error);
    }

    /** What comes unasked. */
    interface Events {

        void arrived(ReceivedMessage message);

        void lost(PahoError error);
    }

    /** Only when Paho is through with the connection before: {@link PahoThreads#awaitRest}. */
    void connect(ConnectOptions options, ClientSocket socket, Outcome<Void> outcome);

    /** After a successful connect, before the first publish: what Paho has misread in CONNACK. */
    void correct(ConnectOptions options, Connack connack);

    /**
     * Whether there is a session to go on with. Said before Paho reads CONNACK, it decides what becomes of the messages
     * that Paho has; after that, what becomes of them when the connection ends.
     */
    void keepSession(boolean keep);

    /**
     * @param outcome fails only because the connection ends; the message may still arrive over a later one, and then
     *                the same outcome is told
     * @return why it was not taken: {@link PahoError#MAX_INFLIGHT}, or something final; empty if it was
     */
    Optional<PahoError> publish(PublishOptions message, byte[] payload, Outcome<List<Integer>> outcome);

    /**
     * @param outcome fails only because the connection ends
     * @return why it was not taken; empty if it was
     */
    Optional<PahoError> subscribe(SubscribeOptions options, Outcome<List<Integer>> outcome);

    /** As {@link #subscribe}. */
    Optional<PahoError> unsubscribe(List<String> topicFilters, Outcome<List<Integer>> outcome);

    /** Sends DISCONNECT after what is under way, for which it waits {@code patienceMillis} at most. */
    void disconnect(int reasonCode, Properties properties, long patienceMillis, Outcome<Void> outcome);

    boolean isConnected();

    /** Forgets the session. Only when not connected. */
    void close();
}
