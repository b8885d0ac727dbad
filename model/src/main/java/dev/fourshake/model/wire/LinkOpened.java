package dev.fourshake.model.wire;

import java.util.Optional;

/**
 * A device has connected, to the tap or (imported) to the broker: a link begins.
 *
 * @param client    address of the device, {@code HOST:PORT}
 * @param broker    address of the broker, {@code HOST:PORT}: with the Client Identifier it names a session
 * @param clientTls whether the device's side is encrypted
 * @param brokerTls whether the broker's side is encrypted
 * @param subprotocols what was agreed on for its WebSocket; empty where it is none, or where that was not seen
 */
public record LinkOpened(int link, long timeNanos, String client, String broker, boolean clientTls, boolean brokerTls,
                         Optional<Subprotocols> subprotocols) implements WireEvent {

    /** A link of which no WebSocket is known. */
    public LinkOpened(int link, long timeNanos, String client, String broker, boolean clientTls, boolean brokerTls) {
        this(link, timeNanos, client, broker, clientTls, brokerTls, Optional.empty());
    }
}
