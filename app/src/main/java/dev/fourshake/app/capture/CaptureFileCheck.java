package dev.fourshake.app.capture;

import dev.fourshake.app.capture.CaptureException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.db.ValueDataType;
import org.h2.mvstore.tx.TransactionMap;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.result.Row;

/** Looks at a file before H2 opens it as a database. */
final class CaptureFileCheck {

    /** H2 keeps its header twice, a block apart. */
    private static final int HEADER_BLOCK = 4096;
    private static final byte[] MAGIC = "H:2".getBytes(StandardCharsets.US_ASCII);
    private static final String CATALOGUE = "table.0";
    private static final int CATALOGUE_SQL = 3;

    private CaptureFileCheck() {
    }

    /** Refuses what is no file, or has no bytes. */
    static void isFile(Path file) throws CaptureException {
        if (Files.isDirectory(file)) {
            throw CaptureException.of(Kind.DIRECTORY, file, null);
        }
        if (!Files.exists(file)) {
            throw CaptureException.of(Kind.MISSING, file, null);
        }
        try {
            if (Files.size(file) == 0) {
                throw CaptureException.of(Kind.EMPTY, file, null);
            }
        } catch (CaptureException known) {
            throw known;
        } catch (IOException failure) {
            throw CaptureFailures.reading(file, failure);
        }
    }

    /**
     * Refuses what is no H2 file, and one whose catalogue does more than declare tables such as ours. Not for a file
     * that this process has open: on some systems, closing any stream on it would give up the lock.
     */
    static void isHarmless(Path file) throws IOException {
        if (!hasHeader(file)) {
            throw CaptureException.of(Kind.NOT_A_CAPTURE, file, null);
        }
        try (MVStore store = new MVStore.Builder().readOnly()
                .fileName(CaptureFilePath.fileName(CaptureFilePath.SCHEME, file)).open()) {
            if (!store.hasMap(CATALOGUE)) {
                throw CaptureException.of(Kind.NOT_A_CAPTURE, file, null);
            }
            TransactionStore transactions = new TransactionStore(store, new ValueDataType());
            transactions.init();
            TransactionMap<Long, Row> catalogue = transactions.begin().openMap(CATALOGUE);
            for (Iterator<Long> rows = catalogue.keyIterator(null); rows.hasNext();) {
                String sql = catalogue.get(rows.next()).getValue(CATALOGUE_SQL).getString();
                if (!CaptureSchema.isHarmless(sql)) {
                    throw CaptureException.of(Kind.NOT_A_CAPTURE, file, new IOException("Its catalogue holds: " + sql));
                }
            }
        }
    }

    private static boolean hasHeader(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEADER_BLOCK + MAGIC.length);
        }
        return startsAt(head, 0) || startsAt(head, HEADER_BLOCK);
    }

    private static boolean startsAt(byte[] head, int from) {
        if (head.length < from + MAGIC.length) {
            return false;
        }
        for (int i = 0; i < MAGIC.length; i++) {
            if (head[from + i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }
}
