package dev.fourshake.app.tap;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.IoEvent;
import io.netty.channel.IoRegistration;
import io.netty.channel.nio.NioIoEvent;
import io.netty.channel.nio.NioIoOps;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.FastThreadLocal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * A connection of the tap. While nothing keeps back what it sends, its bytes go from one read to one write, past the
 * buffers and the handlers of the pipeline: under heavy traffic the loop shares its processor with the broker, finds
 * none of its own code in the caches when it is woken, and is the quicker the less of it there is. All that is rare
 * (the end, errors, a peer that does not keep up) goes Netty's way.
 */
final class LegChannel extends NioSocketChannel {

    /** Takes bytes as they lie in the loop's buffer. */
    interface ShortWay {

        /** Whether it can be taken by what is read next. */
        boolean isOpen();

        /** Reads to the end of the buffer, in which the next bytes will be. */
        void pass(ByteBuffer bytes);
    }

    private static final int BUFFER_BYTES = 1 << 16;

    private static final FastThreadLocal<ByteBuffer> BUFFER = new FastThreadLocal<>() {
        @Override
        protected ByteBuffer initialValue() {
            return ByteBuffer.allocateDirect(BUFFER_BYTES);
        }
    };

    /** Null where there is none. */
    private ShortWay shortWay;
    /** What reading the short way has failed with: the system says it once. */
    private IOException failure;

    LegChannel() {
    }

    private LegChannel(Channel server, SocketChannel socket) {
        super(server, socket);
    }

    /** Waits for devices. */
    static final class Server extends NioServerSocketChannel {

        @Override
        protected int doReadMessages(List<Object> accepted) throws IOException {
            SocketChannel socket = javaChannel().accept();
            if (socket == null) {
                return 0;
            }
            try {
                accepted.add(new LegChannel(this, socket));
                return 1;
            } catch (RuntimeException unusable) {
                socket.close();
                // Netty tells of this one and goes on; any other exception would end the listening.
                throw new IOException(unusable.getMessage(), unusable);
            }
        }
    }

    /** From now on what is read goes this way where it is open, else through the pipeline. */
    void readTo(ShortWay way) {
        shortWay = way;
    }

    /** Whether all that was written is with the system, also what was not flushed yet. */
    boolean isDrained() {
        ChannelOutboundBuffer written = unsafe().outboundBuffer();
        return written != null && written.totalPendingWriteBytes() == 0;
    }

    /**
     * Hands the bytes to the system, and writes what that does not take, to be flushed.
     *
     * @return whether it took all
     */
    boolean writeNow(ByteBuffer bytes) {
        try {
            javaChannel().write(bytes);
        } catch (IOException _) {
            // Writing the rest fails in the same way, and tells whom it concerns.
        }
        if (!bytes.hasRemaining()) {
            return true;
        }
        write(alloc().buffer(bytes.remaining()).writeBytes(bytes), voidPromise());
        return false;
    }

    @Override
    protected int doReadBytes(ByteBuf bytes) throws Exception {
        if (failure != null) {
            IOException known = failure;
            failure = null;
            throw known;
        }
        return super.doReadBytes(bytes);
    }

    @Override
    protected AbstractNioUnsafe newUnsafe() {
        return new Events();
    }

    private final class Events extends NioByteUnsafe {

        @Override
        public void handle(IoRegistration registration, IoEvent event) {
            boolean isRead = ((NioIoEvent) event).ops().equals(NioIoOps.READ);
            if (!isRead || shortWay == null || !shortWay.isOpen() || !readShort()) {
                super.handle(registration, event);
            }
        }
    }

    /** False where there is something else to be read than bytes. */
    private boolean readShort() {
        ByteBuffer bytes = BUFFER.get().clear();
        int count;
        try {
            count = javaChannel().read(bytes);
        } catch (IOException e) {
            failure = e;
            return false;
        }
        if (count > 0) {
            shortWay.pass(bytes.flip());
        }
        return count >= 0;
    }
}
