package dev.fourshake.app.tap;

/**
 * What a tap is to do.
 *
 * @param name      as the user calls it; threads bear it too
 * @param listen    where devices connect; port 0 takes a free one
 * @param broker    where the tap connects on to
 * @param deviceTls between devices and the tap
 * @param brokerTls between the tap and the broker
 */
public record TapOptions(String name, HostPort listen, HostPort broker, DeviceTls deviceTls, BrokerTls brokerTls) {

    /** On a free port of the loopback interface, without TLS. */
    public static TapOptions to(HostPort broker) {
        return new TapOptions(broker.toString(), HostPort.loopback(0), broker, new DeviceTls.None(),
                new BrokerTls.None());
    }

    public TapOptions withName(String newName) {
        return new TapOptions(newName, listen, broker, deviceTls, brokerTls);
    }

    public TapOptions withListen(HostPort newListen) {
        return new TapOptions(name, newListen, broker, deviceTls, brokerTls);
    }

    public TapOptions withBroker(HostPort newBroker) {
        return new TapOptions(name, listen, newBroker, deviceTls, brokerTls);
    }

    public TapOptions withDeviceTls(DeviceTls newTls) {
        return new TapOptions(name, listen, broker, newTls, brokerTls);
    }

    public TapOptions withBrokerTls(BrokerTls newTls) {
        return new TapOptions(name, listen, broker, deviceTls, newTls);
    }
}
