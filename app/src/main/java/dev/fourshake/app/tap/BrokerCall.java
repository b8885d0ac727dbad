package dev.fourshake.app.tap;

import dev.fourshake.model.wire.LinkEnded.Party;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLException;

/** Connects to the broker for one device: by name, each address of it in turn. */
final class BrokerCall {

    private static final int TIMEOUT_MILLIS = 10_000;

    private final Tap tap;
    private final EventLoop loop;
    private final TapLink link;

    BrokerCall(Tap tap, EventLoop loop, TapLink link) {
        this.tap = tap;
        this.loop = loop;
        this.link = link;
    }

    void start() {
        String host = tap.options().broker().host();
        InetAddress literal = NetUtil.createInetAddressFromIpAddressString(host);
        if (literal != null) {
            connect(new InetAddress[] {literal}, 0);
        } else {
            // A name server may take seconds to answer, and the event loop serves others meanwhile.
            Thread.ofVirtual().name("resolve-" + host).start(() -> resolve(host));
        }
    }

    private void resolve(String host) {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host);
            goOn(() -> connect(addresses, 0));
        } catch (UnknownHostException unknown) {
            goOn(() -> fail(unknown));
        }
    }

    private void goOn(Runnable next) {
        try {
            loop.execute(next);
        } catch (RejectedExecutionException _) {
            // The tap was closed meanwhile.
        }
    }

    private void connect(InetAddress[] addresses, int next) {
        new Bootstrap().group(loop).channelFactory(LegChannel::new)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, TIMEOUT_MILLIS)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, Tap.WATER_MARK)
                .handler(new ChannelInitializer<LegChannel>() {
                    @Override
                    protected void initChannel(LegChannel channel) throws SSLException {
                        tap.prepare(channel, link, new Leg(link, Party.BROKER, channel));
                    }
                })
                .connect(addresses[next], tap.options().broker().port())
                .addListener((ChannelFuture done) -> {
                    if (done.isSuccess()) {
                        done.channel().pipeline().get(Leg.class).connected();
                    } else if (next + 1 < addresses.length) {
                        connect(addresses, next + 1);
                    } else {
                        fail(done.cause());
                    }
                });
    }

    private void fail(Throwable cause) {
        link.unreachable(cause);
    }
}
