package dev.fourshake.app.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * JSON for an output that is not UTF-8, as in the locale C: letters beyond ASCII become {@code \\u} and four digits,
 * which every reader of JSON takes for the same. Without it they would become question marks.
 */
final class AsciiJson extends FilterWriter {

    private static final int ASCII = 0x80;

    private final PrintWriter to;

    private AsciiJson(PrintWriter to) {
        super(to);
        this.to = to;
    }

    /** Where JSON is to be written for it to get to {@code out} unharmed. */
    static PrintWriter to(PrintWriter out) {
        return to(out, System.out.charset());
    }

    static PrintWriter to(PrintWriter out, Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) ? out : new PrintWriter(new AsciiJson(out));
    }

    @Override
    public void write(int letter) throws IOException {
        if (letter < ASCII) {
            out.write(letter);
        } else {
            out.write(String.format("\\u%04x", letter));
        }
    }

    @Override
    public void write(char[] letters, int from, int count) throws IOException {
        for (int i = from; i < from + count; i++) {
            write(letters[i]);
        }
    }

    /** A failure goes on to who asks for it here. */
    @Override
    public void flush() throws IOException {
        if (to.checkError()) {
            throw new IOException("the output is gone");
        }
    }

    @Override
    public void write(String text, int from, int count) throws IOException {
        write(text.toCharArray(), from, count);
    }
}
