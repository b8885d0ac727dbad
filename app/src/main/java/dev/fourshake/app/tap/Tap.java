package dev.fourshake.app.tap;

import dev.fourshake.app.trace.LiveLink;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.text.Message;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Listens where devices connect, connects on to the broker for each of them, and passes every byte on unchanged and at
 * once, whether it is MQTT or not; what passes is shown to a trace. May be used by any thread.
 */
public final class Tap implements AutoCloseable {

    /** Unsent bytes for one side: above the high mark the other side is not read until they are below the low one. */
    static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(128 << 10, 512 << 10);
    private static final int BACKLOG = 1024;

    private final TapOptions options;
    private final TraceFeed feed;
    private final Transport transport;
    private final EventLoopGroup loops;
    private final Channel server;

    private final Set<TapLink> links = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder packets = new LongAdder();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Message problem;

    /** Begins to listen. The feed stays the caller's: close it after the tap. */
    public static Tap start(TapOptions options, TraceFeed feed) throws TapException {
        return start(options, feed, Transport.available().getFirst());
    }

    static Tap start(TapOptions options, TraceFeed feed, Transport transport) throws TapException {
        return new Tap(options, feed, transport);
    }

    private Tap(TapOptions options, TraceFeed feed, Transport transport) throws TapException {
        this.options = options;
        this.feed = feed;
        this.transport = transport;
        loops = transport.newLoops(options.name());
        ChannelFuture bound = new ServerBootstrap().group(loops).channel(transport.serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel device) {
                        accept(device);
                    }
                })
                .bind(new InetSocketAddress(options.listen().host(), options.listen().port()))
                .awaitUninterruptibly();
        server = bound.channel();
        if (!bound.isSuccess()) {
            stopLoops();
            throw ListenProblem.of(options.listen(), bound.cause());
        }
    }

    public TapOptions options() {
        return options;
    }

    /** Where devices connect: with the port that was taken where a free one was asked for. */
    public HostPort address() {
        return HostPort.of((InetSocketAddress) server.localAddress());
    }

    public TapStatus status() {
        return new TapStatus(server.isActive() ? Optional.of(address()) : Optional.empty(), links.size(), opened.get(),
                bytes.sum(), packets.sum(), feed.status().missedBytes(), Optional.ofNullable(problem));
    }

    /** Is called by any thread when links come and go and when something went wrong; traffic alone calls nobody. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** Stops listening and ends all links, each with FIN; returns when the trace was told. */
    @Override
    public void close() {
        server.close().awaitUninterruptibly();
        for (TapLink link : links) {
            link.closeSoon();
        }
        stopLoops();
        changed();
    }

    private void stopLoops() {
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    // ------------------------------------------------------------------ for the links

    private void accept(Channel device) {
        LiveLink live = feed.open(HostPort.of((InetSocketAddress) device.remoteAddress()).toString(),
                options.broker().toString(), false, false);
        TapLink link = new TapLink(this, device, live);
        device.pipeline().addLast(link.device());
        opened.incrementAndGet();
        links.add(link);
        changed();
        link.deviceReady();
    }

    Transport transport() {
        return transport;
    }

    void passed(int byteCount, int packetCount) {
        bytes.add(byteCount);
        packets.add(packetCount);
    }

    void problem(Message message) {
        problem = message;
        changed();
    }

    void ended(TapLink link) {
        links.remove(link);
        changed();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
