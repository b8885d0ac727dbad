package dev.fourshake.app.tap;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeakWatch.class)
class LegChannelTest {

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    /** What happened to the connection: {@code short abc}, {@code long abc}, {@code end}, {@code failed ...}. */
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile boolean open = true;
    private volatile LegChannel leg;
    private Peer peer;

    @BeforeEach
    void connect() throws Exception {
        Channel server = new ServerBootstrap().group(loops).channelFactory(LegChannel.Server::new)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childHandler(new ChannelInitializer<LegChannel>() {
                    @Override
                    protected void initChannel(LegChannel channel) {
                        leg = channel;
                        channel.readTo(new Seen());
                        channel.pipeline().addLast(new Otherwise());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)).sync().channel();
        peer = new Peer(new Socket(InetAddress.getLoopbackAddress(),
                ((InetSocketAddress) server.localAddress()).getPort()));
    }

    @AfterEach
    void end() throws Exception {
        peer.close();
        loops.shutdownGracefully(0, 10, TimeUnit.SECONDS).sync();
    }

    @Test
    void theShortWayIsTakenWhileItIsOpen() throws Exception {
        comes("a", "short a");
        open = false;
        comes("b", "long b");
        open = true;
        comes("c", "short c");
        peer.halfClose();
        await().until(() -> seen.getLast().equals("end"));
        assertEquals(List.of("short a", "long b", "short c", "end"), seen);
    }

    /** Reading says it once; the pipeline hears it nevertheless. */
    @Test
    void aResetThatTheShortWayMeetsIsToldOnce() throws Exception {
        comes("a", "short a");
        peer.reset();
        await().until(() -> seen.contains("closed") || seen.contains("end"));
        assertEquals(1, seen.stream().filter(what -> what.startsWith("failed")).count(), seen::toString);
        assertTrue(seen.get(1).contains("reset"), seen::toString);
    }

    /** Else what goes straight to the system would overtake it. */
    @Test
    void whatIsWrittenAndNotFlushedIsNotDrained() throws Exception {
        comes("a", "short a");
        List<Boolean> drained = new CopyOnWriteArrayList<>();
        leg.eventLoop().submit(() -> {
            drained.add(leg.isDrained());
            leg.write(Unpooled.wrappedBuffer(new byte[] {1}));
            drained.add(leg.isDrained());
            leg.flush();
            drained.add(leg.isDrained());
        }).sync();
        peer.expect("01");
        assertEquals(List.of(true, false, true), drained);
    }

    private void comes(String text, String expected) throws Exception {
        peer.send(text.getBytes(StandardCharsets.US_ASCII));
        await().until(() -> !seen.isEmpty() && seen.getLast().equals(expected));
    }

    private final class Seen implements LegChannel.ShortWay {

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void pass(ByteBuffer bytes) {
            seen.add("short " + StandardCharsets.US_ASCII.decode(bytes));
        }
    }

    private final class Otherwise extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            seen.add("long " + ((ByteBuf) bytes).toString(StandardCharsets.US_ASCII));
            ((ByteBuf) bytes).release();
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof ChannelInputShutdownEvent) {
                seen.add("end");
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            seen.add("failed " + cause.getMessage());
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            seen.add("closed");
        }
    }
}
