package dev.fourshake.bench.relay;

import dev.fourshake.app.capture.CaptureInfo;
import dev.fourshake.app.capture.CaptureRecorder;
import dev.fourshake.app.capture.CaptureRecorder.Start;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.Tap;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.wire.PacketType;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/**
 * {@code ArmedTap LISTEN BROKER FILE}: a tap that records, with breakpoints on its first link, where a packet of a
 * device of its own is held all the time. Says {@code listening} once it is.
 */
final class ArmedTap {

    /** Keep Alive is off. */
    private static final byte[] CONNECT = HexFormat.of().parseHex("101100044d515454040200000005" + "61726d6564");
    private static final byte[] PUBLISH = HexFormat.of().parseHex("30060004" + "68656c64");

    private ArmedTap() {
    }

    static void main(String[] args) throws Exception {
        HostPort listen = HostPort.parse(args[0]);
        TraceFeed feed = new TraceFeed(new Trace());
        CaptureRecorder recorder = CaptureRecorder.start(feed, Path.of(args[2]), CaptureInfo.now("bench", "tap"),
                Start.BEGINNING);
        Tap tap = Tap.start(TapOptions.to(HostPort.parse(args[1])).withListen(listen), feed);
        tap.holds().releaseAfter(Duration.ofDays(1));
        tap.holds().breakpoints(List.of(Breakpoint.on(PacketType.PUBLISH, PacketType.PUBACK, PacketType.PUBREC,
                PacketType.PUBREL, PacketType.PUBCOMP).onLink(1)));
        Socket device = new Socket(listen.host(), listen.port());
        device.getOutputStream().write(CONNECT);
        device.getInputStream().readNBytes(4);
        device.getOutputStream().write(PUBLISH);
        while (tap.holds().held().isEmpty()) {
            Thread.sleep(10);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            tap.close();
            feed.close();
            recorder.close();
        }));
        System.err.println("listening " + listen);
        Thread.currentThread().join();
    }
}
