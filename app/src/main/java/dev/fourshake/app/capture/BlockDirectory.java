package dev.fourshake.app.capture;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The index of all blocks of a capture, in order. It has holes where a damaged file has lost some. */
final class BlockDirectory {

    private static final int PAGE = 1000;

    private final List<BlockIndex> blocks;
    /** Of each block, the latest time in it and all before it: grows, so that it can be searched. */
    private final long[] reached;
    private final long earliest;

    BlockDirectory(List<BlockIndex> unordered) {
        blocks = unordered.stream().sorted(Comparator.comparingLong(BlockIndex::first)).toList();
        reached = new long[blocks.size()];
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < reached.length; i++) {
            latest = Math.max(latest, blocks.get(i).latest());
            reached[i] = latest;
        }
        earliest = blocks.stream().mapToLong(BlockIndex::earliest).min().orElse(0);
    }

    static BlockDirectory read(CaptureDatabase database) throws SQLException {
        List<BlockIndex> blocks = new ArrayList<>();
        String sql = "SELECT " + BlockIndex.COLUMNS
                + " FROM BLOCK WHERE FIRST_EVENT >= ? ORDER BY FIRST_EVENT LIMIT " + PAGE;
        try (PreparedStatement select = database.connection().prepareStatement(sql)) {
            int before;
            do {
                before = blocks.size();
                select.setLong(1, blocks.isEmpty() ? 0 : blocks.getLast().next());
                try (ResultSet page = select.executeQuery()) {
                    while (page.next()) {
                        blocks.add(BlockIndex.of(page));
                    }
                }
            } while (blocks.size() == before + PAGE);
        }
        return new BlockDirectory(blocks);
    }

    long count() {
        return blocks.isEmpty() ? 0 : blocks.getLast().next();
    }

    /** Events of the blocks that are there. */
    long present() {
        return blocks.stream().mapToLong(BlockIndex::events).sum();
    }

    int links() {
        return blocks.isEmpty() ? 0 : blocks.getLast().links();
    }

    long earliest() {
        return earliest;
    }

    long latest() {
        return reached.length == 0 ? 0 : reached[reached.length - 1];
    }

    /** What stands at an event number. */
    sealed interface Place {
    }

    record Found(BlockIndex block) implements Place {
    }

    /** Nothing is there from the event {@code first} to before {@code next}. */
    record Hole(long first, long next) implements Place {
    }

    Place find(long event) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (blocks.get(middle).next() > event) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        BlockIndex block = blocks.get(low);
        if (block.first() <= event) {
            return new Found(block);
        }
        return new Hole(low == 0 ? 0 : blocks.get(low - 1).next(), block.first());
    }

    /** Number of the first event of the first block that reaches a time; {@link #count} where none does. */
    long firstReaching(long timeNanos) {
        for (int i = 0; i < reached.length; i++) {
            if (reached[i] >= timeNanos) {
                return blocks.get(i).first();
            }
        }
        return count();
    }
}
