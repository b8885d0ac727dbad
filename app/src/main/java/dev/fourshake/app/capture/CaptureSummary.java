package dev.fourshake.app.capture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a list of captures shows of one.
 *
 * @param events   how many
 * @param links    how many connections were seen
 * @param earliest time of the first event, in nanoseconds since 1970-01-01T00:00Z; 0 where there is none
 * @param latest   time of the last event
 * @param ended    when it was ended; empty where it goes on, or the program died
 */
public record CaptureSummary(CaptureInfo info, long events, int links, long earliest, long latest,
                             Optional<Instant> ended) {

    public Duration duration() {
        return Duration.ofNanos(Math.max(0, latest - earliest));
    }

    /** Reads a few rows, however long the capture is. */
    static CaptureSummary read(CaptureDatabase database) throws SQLException {
        try (Statement statement = database.connection().createStatement()) {
            Map<String, String> texts = new HashMap<>();
            try (ResultSet about = statement.executeQuery("SELECT NAME, TEXT FROM ABOUT")) {
                while (about.next()) {
                    texts.put(about.getString(1), about.getString(2));
                }
            }
            return of(texts, block(statement, "ASC"), block(statement, "DESC"));
        }
    }

    static CaptureSummary of(Map<String, String> about, Optional<BlockIndex> first, Optional<BlockIndex> last) {
        return new CaptureSummary(CaptureInfo.ofTexts(about), last.map(BlockIndex::next).orElse(0L),
                last.map(BlockIndex::links).orElse(0), first.map(BlockIndex::earliest).orElse(0L),
                last.map(BlockIndex::latest).orElse(0L), CaptureInfo.instant(about.get("ended")));
    }

    /** As much as the blocks alone tell. */
    static CaptureSummary of(BlockDirectory directory) {
        Instant created = Instant.EPOCH.plusNanos(directory.earliest());
        return new CaptureSummary(new CaptureInfo(created, "", "", "", ""), directory.count(), directory.links(),
                directory.earliest(), directory.latest(), Optional.empty());
    }

    private static Optional<BlockIndex> block(Statement statement, String order) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT " + BlockIndex.COLUMNS + " FROM BLOCK ORDER BY FIRST_EVENT " + order + " LIMIT 1")) {
            return row.next() ? Optional.of(BlockIndex.of(row)) : Optional.empty();
        }
    }
}
