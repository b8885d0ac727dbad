package dev.fourshake.app.drill;

import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.app.drill.result.Culprit;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.tap.tls.DeviceTls;
import dev.fourshake.model.wire.Bytes;
import java.util.Optional;
import java.util.OptionalInt;

/** A client library: it can be told what to do, and asked what came of it. */
final class LibrarySubject implements Subject {

    private final DrillDevice.Maker maker;
    private final CaseSetup setup;
    private DrillDevice device;

    LibrarySubject(DrillDevice.Maker maker, CaseSetup setup) {
        this.maker = maker;
        this.setup = setup;
    }

    @Override
    public TapOptions tap() {
        return setup.tapFor(HostPort.loopback(0), new DeviceTls.None());
    }

    @Override
    public String topics() {
        return setup.topic();
    }

    @Override
    public void start(Bench bench) throws ClientFailure {
        HostPort address = bench.deviceAddress();
        device = maker.start(new Mission(setup.point(), BrokerAddress.tcp(address.host(), address.port()),
                setup.deviceId(), setup.topic(), setup.plan().credentials(), setup.times().patience()));
    }

    @Override
    public void send(Counterpart counterpart) {
        if (setup.point().devicePublishes()) {
            device.publish(setup.message());
        } else {
            counterpart.publish(setup.topic(), setup.message(), setup.point().qos());
        }
    }

    @Override
    public void restart(String clientId) {
        device.restart();
    }

    /**
     * A message behind the first one, on the same topic: its order is kept, so all that came of the first one is there
     * when it is.
     */
    @Override
    public Optional<Bytes> awaitLast(Counterpart counterpart, Bench bench) throws StoppedException {
        counterpart.publish(setup.topic(), setup.fence(), setup.point().qos());
        boolean hasCome = setup.stop().await(setup.times().patience(), () -> bench.hasSeenDelivered(setup.fence())
                && (setup.point().devicePublishes() ? counterpart.received(setup.fence())
                : device.received(setup.fence())) > 0);
        return hasCome ? Optional.empty() : Optional.of(setup.fence());
    }

    @Override
    public Culprit culprit() {
        return Culprit.CLIENT_LIBRARY;
    }

    @Override
    public OptionalInt received() {
        return device == null ? OptionalInt.empty() : OptionalInt.of(device.received(setup.message()));
    }

    @Override
    public OptionalInt receivedBy(Counterpart counterpart) {
        return OptionalInt.of(counterpart.received(setup.message()));
    }

    @Override
    public boolean isMarked() {
        return true;
    }

    @Override
    public void close() {
        if (device != null) {
            device.close();
        }
    }
}
