package dev.fourshake.app.tap;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.tls.BrokerTls;
import dev.fourshake.app.tap.tls.DeviceTls;
import dev.fourshake.app.tap.tls.TrustGrant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a tap is to do.
 *
 * @param name      as the user calls it; threads bear it too
 * @param listen    where devices connect; port 0 takes a free one
 * @param broker    where the tap connects on to
 * @param deviceTls between devices and the tap
 * @param brokerTls between the tap and the broker
 * @param grants    devices whose links may go to a broker that {@code brokerTls} would refuse
 */
public record TapOptions(String name, HostPort listen, HostPort broker, DeviceTls deviceTls, BrokerTls brokerTls,
                         List<TrustGrant> grants) {

    public TapOptions {
        Stream.of(name, listen, broker, deviceTls, brokerTls).forEach(Objects::requireNonNull);
        // A tap that was saved before there were any has none.
        grants = grants == null ? List.of() : List.copyOf(grants);
    }

    /** On a free port of the loopback interface, without TLS. */
    public static TapOptions to(HostPort broker) {
        return new TapOptions(broker.toString(), HostPort.loopback(0), broker, new DeviceTls.None(),
                new BrokerTls.None(), List.of());
    }

    /** Whether each link would come in again as the next one, until nothing is left of files or memory. */
    public boolean leadsToItself() {
        return listen.port() != 0 && listen.hears(broker);
    }

    public TapOptions withName(String newName) {
        return new TapOptions(newName, listen, broker, deviceTls, brokerTls, grants);
    }

    public TapOptions withListen(HostPort newListen) {
        return new TapOptions(name, newListen, broker, deviceTls, brokerTls, grants);
    }

    public TapOptions withBroker(HostPort newBroker) {
        return new TapOptions(name, listen, newBroker, deviceTls, brokerTls, grants);
    }

    public TapOptions withDeviceTls(DeviceTls newTls) {
        return new TapOptions(name, listen, broker, newTls, brokerTls, grants);
    }

    public TapOptions withBrokerTls(BrokerTls newTls) {
        return new TapOptions(name, listen, broker, deviceTls, newTls, grants);
    }

    public TapOptions withGrants(List<TrustGrant> newGrants) {
        return new TapOptions(name, listen, broker, deviceTls, brokerTls, newGrants);
    }
}
