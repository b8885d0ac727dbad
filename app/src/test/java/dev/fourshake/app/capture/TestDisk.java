package dev.fourshake.app.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;

/** A disk that can be full, and that can stand still, below H2 and the same scheme of names. One for all tests. */
public final class TestDisk extends CaptureFilePath {

    static final String SCHEME = "testdisk";
    static final ReentrantLock STANDSTILL = new ReentrantLock();
    private static volatile long room = Long.MAX_VALUE;

    /** For H2. */
    public TestDisk() {
    }

    /** The disk takes files of this size and no larger. */
    static void mount(long roomBytes) {
        room = roomBytes;
        FilePath.register(new TestDisk());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode));
    }

    private static final class Channel extends FileBaseDefault {

        private final FileChannel base;

        Channel(FileChannel base) {
            this.base = base;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            STANDSTILL.lock();
            try {
                if (position + source.remaining() > room) {
                    throw new IOException("No space left on device");
                }
                return base.write(source, position);
            } finally {
                STANDSTILL.unlock();
            }
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return base.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            base.truncate(size);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return base.tryLock(position, size, shared);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            base.force(metaData);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }
    }
}
