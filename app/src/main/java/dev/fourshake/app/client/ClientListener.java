package dev.fourshake.app.client;

/**
 * Hears what happens to a {@link DeviceClient} unasked: one event after the other, in order, on a thread of the
 * client's. While a method runs the next event waits; behind a thousand messages that wait the client reads no more.
 */
public interface ClientListener {

    /** Hears nothing. */
    ClientListener NONE = new ClientListener() {
    };

    default void messageArrived(ReceivedMessage message) {
    }

    /**
     * The connection ended, and not by {@link DeviceClient#disconnect()}: the broker closed or cut it, sent DISCONNECT,
     * was silent for longer than the keep alive, or {@link DeviceClient#abort()} was called.
     */
    default void connectionLost(ClientFailure reason) {
    }
}
