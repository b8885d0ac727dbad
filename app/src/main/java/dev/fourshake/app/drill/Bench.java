package dev.fourshake.app.drill;

import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.Tap;
import dev.fourshake.app.tap.TapException;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a case is run on: a tap for the device, at which the fault happens, another one for the other end of the
 * message, and one trace of both. When it is closed nothing is armed or held any more.
 */
final class Bench implements AutoCloseable {

    /** Between two attempts to listen at a port that is taken. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final Duration SECOND_THOUGHT = Duration.ofSeconds(1);

    private final TraceFeed feed;
    private final Tap side;
    /** With the port that was taken, as soon as one was. */
    private volatile TapOptions deviceOptions;
    /** Null while the broker seems to be down. */
    private volatile Tap device;

    private Bench(TraceFeed feed, TapOptions deviceOptions, Tap side) {
        this.feed = feed;
        this.deviceOptions = deviceOptions;
        this.side = side;
    }

    /**
     * Begins to listen.
     *
     * @param deviceOptions of the device's tap; port 0 takes a free one
     * @param patience      how long a port that somebody else has is waited for
     */
    static Bench start(TapOptions deviceOptions, TapOptions sideOptions, Stop stop, Duration patience)
            throws DrillException, StoppedException {
        TraceFeed feed = new TraceFeed(new Trace());
        feed.addListener(stop::look);
        Bench bench;
        try {
            bench = new Bench(feed, deviceOptions, Tap.start(sideOptions, feed));
        } catch (TapException failure) {
            feed.close();
            throw DrillException.of(failure.sentence());
        }
        try {
            bench.comeUp(stop, patience);
            return bench;
        } catch (DrillException | StoppedException failure) {
            bench.close();
            throw failure;
        }
    }

    TraceSnapshot trace() {
        return feed.snapshot();
    }

    /** Whether the trace has a message of the broker with this payload. */
    boolean hasSeenDelivered(Bytes payload) {
        TraceSnapshot trace = trace();
        return IntStream.range(0, trace.rowCount()).anyMatch(row -> trace.type(row) == PacketType.PUBLISH
                && trace.direction(row) == Direction.SERVER_TO_CLIENT
                && trace.packet(row).orElse(null) instanceof Publish publish && publish.payload().equals(payload));
    }

    /** Where the device connects. */
    HostPort deviceAddress() {
        return deviceOptions.listen();
    }

    /** Where the other end of the message connects. */
    BrokerAddress sideAddress() {
        return BrokerAddress.tcp(side.address().host(), side.address().port());
    }

    /**
     * Why a client got no further: the tap knows better why the broker does not answer, if perhaps a moment later.
     *
     * @param waited how long the client would have waited for an answer
     */
    DrillException reason(ClientFailure failure, Stop stop, Duration waited) throws StoppedException {
        stop.await(SECOND_THOUGHT, () -> problem().isPresent());
        return problem().map(DrillException::unreachable).orElseGet(() -> DrillException.of(failure,
                deviceOptions.broker(), List.of(side.address(), deviceAddress()), waited));
    }

    /** Why the broker ended a connection to which nothing was done. */
    DrillException lost() {
        return problem().map(DrillException::unreachable)
                .orElseGet(() -> DrillException.lost(deviceOptions.broker()));
    }

    /** What went wrong between a tap and the broker, if anything did. */
    Optional<Message> problem() {
        return Stream.of(side, device).filter(Objects::nonNull).flatMap(tap -> tap.status().problem().stream())
                .findFirst();
    }

    /** Returns when every link of the device goes by it. */
    void arm(Breakpoint breakpoint) {
        device.holds().breakpoints(List.of(breakpoint)).join();
    }

    /** From now on nothing happens to packets. What is held stays so. */
    void disarm() {
        device.holds().breakpoints(List.of()).join();
    }

    /** The broker is gone for the device: its links end, and new ones are refused. Nothing is armed any more. */
    void goDown() {
        Tap ending = device;
        device = null;
        ending.holds().breakpoints(List.of()).join();
        ending.close();
    }

    /**
     * It can be reached again, at the same address. Where a connection of somebody else has been given its port
     * meanwhile, its end is waited for, for so long.
     */
    void comeUp(Stop stop, Duration patience) throws DrillException, StoppedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (device == null) {
            try {
                device = Tap.start(deviceOptions, feed);
                deviceOptions = deviceOptions.withListen(device.address());
            } catch (TapException failure) {
                if (failure.kind() != TapException.Kind.PORT_IN_USE || System.nanoTime() - deadline >= 0) {
                    throw DrillException.of(failure.sentence());
                }
                stop.await(PAUSE, () -> false);
            }
        }
    }

    @Override
    public void close() {
        if (device != null) {
            goDown();
        }
        side.close();
        feed.close();
    }
}
