package dev.fourshake.app.tap;

/**
 * What a tap is to do.
 *
 * @param name   as the user calls it; threads bear it too
 * @param listen where devices connect; port 0 takes a free one
 * @param broker where the tap connects on to
 */
public record TapOptions(String name, HostPort listen, HostPort broker) {

    /** On a free port of the loopback interface, without TLS. */
    public static TapOptions to(HostPort broker) {
        return new TapOptions(broker.toString(), HostPort.loopback(0), broker);
    }

    public TapOptions withName(String name) {
        return new TapOptions(name, listen, broker);
    }

    public TapOptions withListen(HostPort listen) {
        return new TapOptions(name, listen, broker);
    }
}
