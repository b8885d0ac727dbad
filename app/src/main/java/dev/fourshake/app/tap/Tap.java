package dev.fourshake.app.tap;

import dev.fourshake.app.change.Listeners;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.net.Reason;
import dev.fourshake.app.tap.hold.HoldControl;
import dev.fourshake.app.tap.line.LineControl;
import dev.fourshake.app.tap.tls.RefusedCertificate;
import dev.fourshake.app.tap.tls.TapTls;
import dev.fourshake.app.tap.tls.TlsException;
import dev.fourshake.app.tap.tls.TrustGrant;
import dev.fourshake.app.trace.FeedStatus;
import dev.fourshake.app.trace.LiveLink;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.TraceSnapshot;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.nio.channels.spi.SelectorProvider;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Listens where devices connect, connects on to the broker for each of them, and passes every byte on unchanged and at
 * once, whether it is MQTT or not; what passes is shown to a trace. May be used by any thread.
 */
public final class Tap implements AutoCloseable {

    /** Unsent bytes for one side: above the high mark the other side is not read until they are below the low one. */
    static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(128 << 10, 512 << 10);
    private static final int BACKLOG = 1024;
    /** How long a closed tap tries to get rid of what a side does not take. */
    private static final int FAREWELL_SECONDS = 2;
    /** A loop serves hundreds of links; more than that only take processors from the broker and the window. */
    private static final int LOOPS = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);

    private final TapOptions options;
    private final TraceFeed feed;
    private final TapTls tls;
    private final EventLoopGroup loops;
    private final Channel server;
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final HoldControl holds;
    private final LineControl lines = new LineControl(() -> links().map(TapLink::lines));

    private final Set<TapLink> links = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder packets = new LongAdder();
    private final Listeners listeners = new Listeners();
    /** What a later link may show to be over. */
    private final AtomicReference<Trouble> trouble = new AtomicReference<>();
    private volatile Message lastingTrouble;
    private volatile boolean brokerCalled;
    private volatile boolean brokerReached;
    private volatile boolean closing;

    /** @param mendedBy whether this link's getting through to the broker proves it over */
    private record Trouble(Message sentence, Predicate<TapLink> mendedBy) {
    }

    /** Begins to listen. The feed stays the caller's: close it after the tap. */
    public static Tap start(TapOptions options, TraceFeed feed) throws TapException {
        return new Tap(options, feed);
    }

    private Tap(TapOptions options, TraceFeed feed) throws TapException {
        this.options = options;
        this.feed = feed;
        if (options.leadsToItself()) {
            throw ListenProblem.ownAddress(options.listen());
        }
        tls = tls(options);
        loops = new MultiThreadIoEventLoopGroup(LOOPS, new DefaultThreadFactory("tap-" + options.name(), true),
                NioIoHandler.newFactory(SelectorProvider.provider(), Lingering::forLoop));
        holds = new HoldControl(() -> links().map(TapLink::hold), loops.next(), this::problem);
        ChannelFuture bound = new ServerBootstrap().group(loops).channelFactory(LegChannel.Server::new)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
                .handler(new ChannelInboundHandlerAdapter() {
                    @Override
                    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                        problem(Message.of(Tap.class, "listen.accept", Reason.of(cause)), _ -> true);
                        context.fireExceptionCaught(cause);
                    }
                })
                .childHandler(new ChannelInitializer<LegChannel>() {
                    @Override
                    protected void initChannel(LegChannel device) {
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
        tls.warning().ifPresent(this::problem);
    }

    private static TapTls tls(TapOptions options) throws TapException {
        try {
            return new TapTls(options.deviceTls(), options.listen().host(), options.brokerTls(), options.broker(),
                    options.grants());
        } catch (TlsException e) {
            throw new TapException(TapException.Kind.CERTIFICATE, e.sentence(), e.getCause());
        }
    }

    public TapOptions options() {
        return options;
    }

    /**
     * Where devices connect: with the port that was taken where a free one was asked for. All addresses of this machine
     * are called as the user calls them; the system may say {@code ::} of 0.0.0.0.
     */
    public HostPort address() {
        InetSocketAddress bound = (InetSocketAddress) server.localAddress();
        return bound.getAddress().isAnyLocalAddress() ? new HostPort(options.listen().host(), bound.getPort())
                : HostPort.of(bound);
    }

    public TapStatus status() {
        FeedStatus status = feed.status();
        return new TapStatus(server.isActive() ? Optional.of(address()) : Optional.empty(), links.size(), opened.get(),
                bytes.sum(), packets.sum(), status.missedBytes(),
                status.problem()
                        .or(() -> Optional.ofNullable(trouble.get()).map(Trouble::sentence))
                        .or(() -> Optional.ofNullable(lastingTrouble)));
    }

    /** Hold and step. */
    public HoldControl holds() {
        return holds;
    }

    /** Weak networks. */
    public LineControl lines() {
        return lines;
    }

    /** Certificates of the broker that were refused, the latest of each device. */
    public Collection<RefusedCertificate> refusedCertificates() {
        return tls.refused();
    }

    /** Lets one device's next links go to a broker whose certificate was refused. All others are verified as before. */
    public void grant(TrustGrant grant) {
        tls.grant(grant);
        changed();
    }

    /** Whether nobody has made sure that this running link goes to the right broker, though it is encrypted. */
    public boolean isUnverified(int link) {
        return tls.isUnverified(link);
    }

    /** Whether devices came, and not one of them got through to the broker so far. */
    public boolean isBrokerOutOfReach() {
        return brokerCalled && !brokerReached;
    }

    /** A sentence about who can connect now, where that is not this computer alone. */
    public Optional<Message> reach() {
        return Reach.of((InetSocketAddress) server.localAddress(), options.broker());
    }

    /** Is called by any thread when links come and go and when something went wrong; traffic alone calls nobody. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** Stops listening, lets go what is held, and ends all links, each with FIN; returns when the trace was told. */
    @Override
    public void close() {
        closing = true;
        server.close().awaitUninterruptibly();
        links.forEach(link -> link.execute(link::close));
        channels.newCloseFuture().awaitUninterruptibly(FAREWELL_SECONDS, TimeUnit.SECONDS);
        stopLoops();
        changed();
    }

    private void stopLoops() {
        loops.shutdownGracefully(0, FAREWELL_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    // ------------------------------------------------------------------ for the links

    private void accept(LegChannel device) {
        LiveLink live = feed.open(HostPort.of((InetSocketAddress) device.remoteAddress()).toString(),
                options.broker().toString(), options.deviceTls().isOn(), options.brokerTls().isOn());
        TapLink link = new TapLink(this, device, live);
        channels.add(device);
        tls.protectDevice(device);
        device.pipeline().addLast(link.device());
        opened.incrementAndGet();
        links.add(link);
        link.hold().arm();
        link.lines().arrange();
        changed();
        if (closing) {
            // It was taken in just before, and whoever closes the tap may not have seen it.
            link.close();
        } else {
            link.device().connected();
        }
    }

    /** Makes ready a channel to the broker. */
    void prepare(Channel broker, TapLink link, Leg leg) throws SSLException {
        channels.add(broker);
        tls.protectBroker(broker, link.number(), link.deviceHost());
        broker.pipeline().addLast(leg);
    }

    /** A device is to be connected on. */
    void brokerCalled() {
        brokerCalled = true;
    }

    /** A connection with the broker stands, and TLS, if it is asked for, is agreed. */
    void brokerReached() {
        brokerReached = true;
    }

    TapTls tls() {
        return tls;
    }

    /** What the trace has read so far; it may be some milliseconds behind. */
    TraceSnapshot snapshot() {
        return feed.trace().snapshot();
    }

    /** Client Identifier of a link's session, as far as the trace has read it. */
    Optional<String> clientId(int link) {
        TraceSnapshot trace = feed.trace().snapshot();
        int session = link <= trace.links().size() ? trace.links().get(link - 1).session() : -1;
        return session < 0 ? Optional.empty() : Optional.of(trace.sessions().get(session).clientId());
    }

    Stream<TapLink> links() {
        return links.stream();
    }

    void passed(int byteCount, int packetCount) {
        bytes.add(byteCount);
        packets.add(packetCount);
    }

    private void problem(Message sentence) {
        lastingTrouble = sentence;
        changed();
    }

    /** @param mendedBy whether this link's getting through to the broker proves it over */
    void problem(Message sentence, Predicate<TapLink> mendedBy) {
        trouble.set(new Trouble(sentence, mendedBy));
        changed();
    }

    /** A device has got through to the broker. */
    void through(TapLink link) {
        Trouble known = trouble.get();
        if (known != null && known.mendedBy().test(link) && trouble.compareAndSet(known, null)) {
            changed();
        }
    }

    void ended(TapLink link) {
        links.remove(link);
        tls.ended(link.number());
        changed();
    }

    private void changed() {
        listeners.tell();
    }
}
