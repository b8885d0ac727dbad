package dev.fourshake.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * What the program prints. A {@link PrintWriter} swallows every failure; this remembers the first one, so that half a
 * document on a full disk does not pass for a whole one. One thread.
 */
final class StandardOutput extends OutputStream {

    private final OutputStream to;
    private IOException failure;

    StandardOutput(OutputStream to) {
        this.to = to;
    }

    static StandardOutput open() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out));
    }

    PrintWriter writer() {
        return new PrintWriter(this, false, System.out.charset());
    }

    /**
     * Why something is missing from what was printed; not told where the reader wanted no more, as {@code head} does.
     */
    Optional<String> problem() {
        return Optional.ofNullable(failure).map(IOException::getMessage).filter(why -> !why.contains("Broken pipe"));
    }

    @Override
    public void write(int letter) throws IOException {
        write(new byte[] {(byte) letter}, 0, 1);
    }

    @Override
    public void write(byte[] letters, int from, int count) throws IOException {
        if (failure != null) {
            throw failure;
        }
        try {
            to.write(letters, from, count);
        } catch (IOException why) {
            failure = why;
            throw why;
        }
    }
}
