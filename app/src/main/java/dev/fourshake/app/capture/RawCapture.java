package dev.fourshake.app.capture;

import dev.fourshake.app.capture.CaptureException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.db.ValueDataType;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionMap;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.result.Row;

/**
 * A capture file as H2's storage sees it, without starting the database in it. Opening a database runs its catalogue;
 * here the catalogue is only read, to see that running it is harmless. And it is five times as fast, which makes the
 * list of captures. Read only. Not for a file that this process has open: on some systems, closing it here would give
 * up the lock that it is under there.
 */
final class RawCapture implements AutoCloseable {

    private static final String CATALOGUE = "table.0";
    private static final int CATALOGUE_SQL = 3;
    private static final Pattern TABLE =
            Pattern.compile("CREATE CACHED TABLE \"PUBLIC\"\\.\"(\\w+)\".*", Pattern.DOTALL);

    private final MVStore store;
    private final Transaction transaction;
    private final Map<String, Long> tables = new HashMap<>();

    private RawCapture(MVStore store) {
        this.store = store;
        TransactionStore transactions = new TransactionStore(store, new ValueDataType());
        transactions.init();
        transaction = transactions.begin();
    }

    /** Opens the file, and refuses one whose catalogue does more than declare tables such as ours. */
    static RawCapture open(Path file) throws IOException {
        CaptureFileCheck.hasHeader(file);
        MVStore store = new MVStore.Builder().readOnly()
                .fileName(CaptureFilePath.fileName(CaptureFilePath.SCHEME, file)).open();
        try {
            if (!store.hasMap(CATALOGUE)) {
                throw CaptureException.of(Kind.NOT_A_CAPTURE, file, null);
            }
            RawCapture capture = new RawCapture(store);
            capture.readCatalogue(file);
            return capture;
        } catch (CaptureException | RuntimeException failure) {
            store.closeImmediately();
            throw failure;
        }
    }

    private void readCatalogue(Path file) throws CaptureException {
        TransactionMap<Long, Row> catalogue = transaction.openMap(CATALOGUE);
        for (Iterator<Long> ids = catalogue.keyIterator(null); ids.hasNext();) {
            long id = ids.next();
            String sql = catalogue.get(id).getValue(CATALOGUE_SQL).getString();
            if (!CaptureSchema.isHarmless(sql)) {
                throw CaptureException.of(Kind.NOT_A_CAPTURE, file, new IOException("Its catalogue holds: " + sql));
            }
            Matcher table = TABLE.matcher(sql);
            if (table.matches()) {
                tables.put(table.group(1), id);
            }
        }
    }

    /** What {@link CaptureSummary#read} reads; empty where the tables are not those of this program's format. */
    Optional<CaptureSummary> summary() {
        if (!tables.keySet().containsAll(CaptureSchema.TABLES) || format() != CaptureSchema.FORMAT) {
            return Optional.empty();
        }
        Map<String, String> about = new HashMap<>();
        TransactionMap<Long, Row> texts = table("ABOUT");
        for (Iterator<Long> keys = texts.keyIterator(null); keys.hasNext();) {
            Row row = texts.get(keys.next());
            about.put(row.getValue(0).getString(), row.getValue(1).getString());
        }
        TransactionMap<Long, Row> blocks = table("BLOCK");
        return Optional.of(CaptureSummary.of(about, block(blocks, blocks.firstKey()), block(blocks, blocks.lastKey())));
    }

    private int format() {
        TransactionMap<Long, Row> numbers = table("FORMAT");
        Long key = numbers.lastKey();
        return key == null ? -1 : numbers.get(key).getValue(0).getInt();
    }

    private static Optional<BlockIndex> block(TransactionMap<Long, Row> blocks, Long key) {
        return Optional.ofNullable(key).map(blocks::get).map(BlockIndex::of);
    }

    private TransactionMap<Long, Row> table(String name) {
        return transaction.openMap("table." + tables.get(name));
    }

    @Override
    public void close() {
        store.close();
    }
}
