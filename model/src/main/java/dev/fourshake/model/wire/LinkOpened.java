package dev.fourshake.model.wire;

/**
 * A device has connected, to the tap or (imported) to the broker: a link begins.
 *
 * @param client    address of the device, {@code HOST:PORT}
 * @param broker    address of the broker, {@code HOST:PORT}: with the Client Identifier it names a session
 * @param clientTls whether the device's side is encrypted
 * @param brokerTls whether the broker's side is encrypted
 */
public record LinkOpened(int link, long timeNanos, String client, String broker, boolean clientTls, boolean brokerTls)
        implements WireEvent {
}
