package dev.fourshake.app.tap;

import dev.fourshake.app.net.Reason;
import dev.fourshake.app.tap.hold.Reaction.Cut.Manner;
import dev.fourshake.app.tap.tls.TlsProblem;
import dev.fourshake.app.trace.WireClock;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.LinkEnded.Party;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.Future;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** One side of a link: the connection with the device or with the broker. On the link's event loop only. */
final class Leg extends ChannelInboundHandlerAdapter implements LegChannel.ShortWay {

    /** How long a side that was cut off may take to end its own direction, or to take what was passed on before. */
    private static final int FAREWELL_MILLIS = 2_000;

    private final TapLink link;
    private final Party party;
    private final LegChannel channel;
    private boolean ready;
    /** Nothing stands between its packets and the wire. */
    private boolean plain;
    /** The tap has ended it, and waits for the other side to do so. */
    private boolean leaving;
    /** What came before there was a way to the other side: with TLS, packets may come with the end of the handshake. */
    private final Deque<ByteBuf> early = new ArrayDeque<>(0);
    private boolean endedEarly;

    Leg(TapLink link, Party party, LegChannel channel) {
        this.link = link;
        this.party = party;
        this.channel = channel;
    }

    Party party() {
        return party;
    }

    /** The direction of what this side sends. */
    Direction direction() {
        return party == Party.CLIENT ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT;
    }

    // ------------------------------------------------------------------ what comes from this side

    /** The connection stands. With TLS, {@link #userEventTriggered} tells when that is agreed as well. */
    void connected() {
        if (tls() == null) {
            becomeReady();
        } else {
            channel.read();
        }
    }

    private void becomeReady() {
        if (!ready) {
            ready = true;
            plain = tls() == null;
            if (plain) {
                channel.readTo(this);
            }
            link.ready(this);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        Lane lane = link.from(this);
        if (lane != null) {
            lane.received((ByteBuf) bytes);
        } else if (link.isOver()) {
            ((ByteBuf) bytes).release();
        } else {
            early.add((ByteBuf) bytes);
        }
    }

    @Override
    public boolean isOpen() {
        Lane lane = link.from(this);
        return lane != null && lane.isShort();
    }

    @Override
    public void pass(ByteBuffer bytes) {
        link.from(this).pass(WireClock.now(), bytes);
    }

    /** There is a way to the other side from now on; what has come already comes now, as far as anybody can tell. */
    void open() {
        while (!early.isEmpty() && !link.isOver()) {
            link.from(this).received(early.poll());
        }
        if (endedEarly) {
            link.inputEnded(this);
        }
    }

    private void inputEnded() {
        endedEarly = link.from(this) == null;
        link.inputEnded(this);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        early.forEach(ByteBuf::release);
        early.clear();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        Lane lane = link.from(this);
        if (lane != null) {
            lane.flush();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        switch (event) {
            case SslHandshakeCompletionEvent done when done.isSuccess() -> becomeReady();
            case SslHandshakeCompletionEvent failed -> tlsFailed(failed.cause());
            case ChannelInputShutdownEvent _ when !ready && tls() != null ->
                    tlsFailed(new SSLException(TlsProblem.CLOSED));
            case ChannelInputShutdownEvent _ when leaving -> close();
            case ChannelInputShutdownEvent _ -> inputEnded();
            // close_notify is to TLS what FIN is to TCP (RFC 8446 section 6.1).
            case SslCloseCompletionEvent closed when closed.isSuccess() -> inputEnded();
            default -> { }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (TlsProblem.isTls(cause) || isBrokerAgreeing()) {
            tlsFailed(cause);
        } else {
            link.reset(this, cause instanceof ClosedChannelException ? "" : Reason.of(cause));
        }
    }

    /** A broker that speaks no TLS ends the connection, and by RST where it has not read all that TLS begins with. */
    private boolean isBrokerAgreeing() {
        return party == Party.BROKER && !ready && tls() != null;
    }

    private void tlsFailed(Throwable cause) {
        link.tlsFailed(this, cause);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        link.reset(this, "");
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        Lane lane = link.to(this);
        if (lane != null) {
            lane.regulate();
        }
    }

    // ------------------------------------------------------------------ what goes to this side

    void write(ByteBuf bytes) {
        channel.write(bytes, channel.voidPromise());
    }

    /** Whether bytes can be handed to the system, with nothing before them. */
    boolean takesNow() {
        return plain && channel.isDrained();
    }

    boolean writeNow(ByteBuffer bytes) {
        return channel.writeNow(bytes);
    }

    void flush() {
        channel.flush();
    }

    boolean isWritable() {
        return channel.isWritable();
    }

    void read(boolean on) {
        channel.config().setAutoRead(on);
    }

    /** Sends FIN, with TLS close_notify and FIN, behind all that was written; then tells {@code done}. */
    void finish(Runnable done) {
        SslHandler tls = tls();
        ChannelFutureListener shutdown = _ -> ((DuplexChannel) channel).shutdownOutput().addListener(_ -> done.run());
        ChannelFuture sent = channel.writeAndFlush(Unpooled.EMPTY_BUFFER);
        if (tls == null) {
            sent.addListener(shutdown);
        } else {
            sent.addListener(_ -> tls.closeOutbound().addListener(shutdown));
        }
    }

    /** Sends RST. What was written and could not be sent yet is lost, as it is where a peer resets. */
    void abort() {
        try {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        } catch (ChannelException _) {
            // Closed already: writing to it has failed. Some systems also say so of a socket that the peer has reset.
        }
        // Past TLS, which would say goodbye first.
        channel.unsafe().close(channel.unsafe().voidPromise());
    }

    /** Ends it from here, behind all that was written. What the other side still sends goes nowhere. */
    void cut(Manner manner) {
        Future<?> farewell = channel.eventLoop().schedule(this::abort, FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(_ -> farewell.cancel(false));
        switch (manner) {
            // To close what has bytes unread would be a reset: so it is read on until the other side has ended as well.
            case FIN -> {
                leaving = true;
                read(true);
                finish(() -> { });
            }
            case RST -> channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> abort());
        }
    }

    /** Closes behind all that was written. */
    void close() {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    private SslHandler tls() {
        return channel.pipeline().get(SslHandler.class);
    }
}
