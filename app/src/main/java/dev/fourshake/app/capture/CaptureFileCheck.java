package dev.fourshake.app.capture;

import dev.fourshake.app.capture.CaptureException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at a file before H2 does. */
final class CaptureFileCheck {

    /** H2 keeps its header twice, a block apart. */
    private static final int HEADER_BLOCK = 4096;
    private static final byte[] MAGIC = "H:2".getBytes(StandardCharsets.US_ASCII);

    /** H2's header names the block, counted in hexadecimal, that the newest state begins at. */
    private static final Pattern NEWEST_STATE = Pattern.compile("H:2,block:([0-9a-f]{1,12}),");

    private CaptureFileCheck() {
    }

    /** Refuses what is no file. */
    static void isFile(Path file) throws CaptureException {
        if (Files.isDirectory(file)) {
            throw CaptureException.of(Kind.DIRECTORY, file, null);
        }
        if (!Files.exists(file)) {
            throw CaptureException.of(Kind.MISSING, file, null);
        }
        if (!Files.isRegularFile(file)) {
            throw CaptureException.of(Kind.NOT_A_FILE, file, null);
        }
    }

    /** Refuses what is no file, or has no bytes. */
    static void hasBytes(Path file) throws IOException {
        isFile(file);
        if (Files.size(file) == 0) {
            throw CaptureException.of(Kind.EMPTY, file, null);
        }
    }

    /**
     * Refuses what is no H2 file, and one that is too short for its last saved state: H2 would go back to an older
     * state without a word.
     */
    static void hasHeader(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(2 * HEADER_BLOCK);
        }
        if (!startsAt(head, 0) && !startsAt(head, HEADER_BLOCK)) {
            throw CaptureException.of(Kind.NOT_A_CAPTURE, file, null);
        }
        Matcher newest = NEWEST_STATE.matcher(new String(head, StandardCharsets.ISO_8859_1));
        if (newest.find() && Long.parseLong(newest.group(1), 16) * HEADER_BLOCK >= Files.size(file)) {
            throw CaptureException.of(Kind.DAMAGED, file, null, "its end is missing");
        }
    }

    private static boolean startsAt(byte[] head, int from) {
        int to = from + MAGIC.length;
        return to <= head.length && Arrays.equals(head, from, to, MAGIC, 0, MAGIC.length);
    }
}
