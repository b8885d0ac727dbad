package dev.fourshake.app.drill;

import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.model.wire.Bytes;

/**
 * A device that does as it is told, for one case. When its connection is lost it comes back by itself, with its
 * session, until it is closed, save where {@link #restart} is to bring it back. Any thread.
 */
public interface DrillDevice extends AutoCloseable {

    /** Publishes at the QoS of the case, and waits for nothing. Only where the device publishes. */
    void publish(Bytes payload);

    /**
     * Comes back, where the fault of the case restarts it: from the loss of its connection until now it was off. If the
     * fault keeps its session it remembers that; otherwise it begins a new one, and subscribes again.
     */
    void restart();

    /** How often its application has got this message by now. */
    int received(Bytes payload);

    /** Ends for good. May take two seconds. */
    @Override
    void close();

    /** Makes devices: the client library that is drilled. */
    interface Maker {

        /** As reports call it. */
        String title();

        /**
         * A device that is connected, and subscribed at the QoS of the case where it is the subscriber.
         *
         * @throws ClientFailure if the broker cannot be reached or refuses it
         */
        DrillDevice start(Mission mission) throws ClientFailure;
    }
}
