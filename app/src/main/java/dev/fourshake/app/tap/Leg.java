package dev.fourshake.app.tap;

import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.LinkEnded.Party;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;

/** One side of a link: the connection with the device or with the broker. On the link's event loop only. */
final class Leg extends ChannelInboundHandlerAdapter {

    private final TapLink link;
    private final Party party;
    private final Channel channel;

    Leg(TapLink link, Party party, Channel channel) {
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

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        link.received(this, (ByteBuf) bytes);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        link.receivedAll(this);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            link.inputEnded(this);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        link.broken(this, cause);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        link.gone(this);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        link.writabilityChanged(this);
    }

    // ------------------------------------------------------------------ what goes to this side

    void write(ByteBuf bytes) {
        channel.write(bytes, channel.voidPromise());
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

    /** Sends FIN behind all that was written. */
    ChannelFuture finish() {
        return channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> ((DuplexChannel) channel).shutdownOutput());
    }

    /** Sends RST. What was written and could not be sent yet is lost, as it is where a peer resets. */
    void abort() {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }

    void close() {
        channel.close();
    }
}
