package dev.fourshake.app.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.WireEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureFileTest {

    private static final CaptureInfo INFO = new CaptureInfo(Instant.parse("2026-11-23T08:00:00Z"), "0.1", "bench",
            "127.0.0.1:1884 to 127.0.0.1:1883", "");

    @TempDir
    Path directory;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = directory.resolve("press 4; ünïcode%20~'.fourshake");
        List<WireEvent> events = SampleTraffic.events(20_000, 8);
        write(file, events);

        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(file), files.toList(), "one capture is one file");
        }
        try (CaptureReader reader = CaptureReader.open(file)) {
            assertEquals(events, all(reader));
            assertEquals(INFO, reader.summary().info());
            assertEquals(20_000, reader.summary().events());
            assertEquals(8, reader.summary().links());
            assertEquals(events.getFirst().timeNanos(), reader.earliest());
            assertEquals(events.getLast().timeNanos(), reader.latest());
            assertTrue(reader.summary().ended().isPresent());
        }
    }

    @Test
    void anyPlaceIsReadByNumberAndByTime() throws IOException {
        Path file = directory.resolve("a.fourshake");
        List<WireEvent> events = SampleTraffic.events(20_000, 3);
        write(file, events);
        try (CaptureReader reader = CaptureReader.open(file)) {
            Random random = new Random(7);
            for (int i = 0; i < 200; i++) {
                int number = random.nextInt(events.size());
                EventChunk chunk = reader.chunk(number);
                assertEquals(number, chunk.first());
                assertEquals(events.subList(number, (int) chunk.next()), chunk.events());
                assertEquals(number, reader.numberAt(events.get(number).timeNanos()));
                assertEquals(number, reader.numberAt(events.get(number).timeNanos() - 1));
            }
            assertEquals(0, reader.numberAt(0));
            assertEquals(events.size(), reader.numberAt(Long.MAX_VALUE));
        }
    }

    @Test
    void aFrameOfAHundredMebibytesIsOneOfMany() throws IOException {
        byte[] payload = new byte[100 << 20];
        new Random(3).nextBytes(payload);
        List<WireEvent> events = new ArrayList<>(SampleTraffic.events(50, 1));
        events.add(25, Frame.passed(1, SampleTraffic.START, Direction.CLIENT_TO_SERVER, Bytes.of(payload)));
        Path file = directory.resolve("big.fourshake");
        write(file, events);

        assertTrue(Files.size(file) < 110L << 20, () -> file.toFile().length() + " bytes");
        try (CaptureReader reader = CaptureReader.open(file)) {
            EventChunk big = reader.chunk(25);
            assertEquals(1, big.events().size());
            assertArrayEquals(payload, ((Frame) big.events().getFirst()).raw().toArray());
            assertEquals(events.subList(0, 25), reader.chunk(0).events());
            assertEquals(events.subList(26, 51), reader.chunk(26).events());
        }
    }

    /** A recording is flushed four times a second, each time as a row; H2 analyses a table of 2,000 rows. */
    @Test
    void aRecordingOfTenMinutesIsReadAgain() throws IOException {
        Path file = directory.resolve("long.fourshake");
        List<WireEvent> events = SampleTraffic.events(2400, 2);
        try (CaptureWriter writer = CaptureWriter.create(file, INFO)) {
            for (WireEvent event : events) {
                writer.append(event);
                writer.flush();
            }
        }
        try (CaptureReader reader = CaptureReader.open(file)) {
            assertEquals(events, all(reader));
        }
        assertEquals(events.size(), CaptureDatabase.summary(file).orElseThrow().events());
    }

    @Test
    void aFileThatH2HasAnalysedIsReadAgain() throws IOException, SQLException {
        Path file = directory.resolve("analysed.mv.db");
        List<WireEvent> events = SampleTraffic.events(100, 2);
        write(file, events);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + directory.resolve("analysed"), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
        try (CaptureReader reader = CaptureReader.open(file)) {
            assertEquals(events, all(reader));
        }
    }

    @Test
    void anEmptyCaptureIsOne() throws IOException {
        Path file = directory.resolve("none.fourshake");
        write(file, List.of());
        try (CaptureReader reader = CaptureReader.open(file)) {
            assertEquals(0, reader.count());
            assertEquals(0, reader.numberAt(5));
        }
    }

    @Test
    void aCaptureIsReadWhileItIsWritten() throws IOException {
        Path file = directory.resolve("live.fourshake");
        List<WireEvent> events = SampleTraffic.events(5000, 2);
        try (CaptureWriter writer = CaptureWriter.create(file, INFO)) {
            for (WireEvent event : events.subList(0, 2500)) {
                writer.append(event);
            }
            writer.flush();
            try (CaptureReader reader = CaptureReader.open(file)) {
                assertFalse(reader.summary().ended().isPresent());
                for (WireEvent event : events.subList(2500, 5000)) {
                    writer.append(event);
                }
                writer.flush();
                assertEquals(events.subList(0, 2500), all(reader));
            }
        }
        try (CaptureReader reader = CaptureReader.open(file)) {
            assertEquals(events, all(reader));
        }
    }

    /** The same file under H2's own suffix is an H2 database for every tool that knows them. */
    @Test
    void anH2ToolOpensIt() throws IOException, SQLException {
        Path file = directory.resolve("a.fourshake");
        write(file, SampleTraffic.events(100, 2));
        Files.copy(file, directory.resolve("copy.mv.db"));
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + directory.resolve("copy"), "sa", "");
                ResultSet sum = connection.createStatement().executeQuery("SELECT SUM(EVENTS) FROM BLOCK")) {
            sum.next();
            assertEquals(100, sum.getLong(1));
        }
    }

    static void write(Path file, List<WireEvent> events) throws CaptureException {
        try (CaptureWriter writer = CaptureWriter.create(file, INFO)) {
            for (WireEvent event : events) {
                writer.append(event);
            }
        }
    }

    static List<WireEvent> all(EventSource source) throws CaptureException {
        List<WireEvent> events = new ArrayList<>();
        for (long at = 0; at < source.count();) {
            EventChunk chunk = source.chunk(at);
            assertTrue(chunk.problem().isEmpty(), () -> chunk.problem().orElseThrow().text());
            events.addAll(chunk.events());
            at = chunk.next();
        }
        return events;
    }
}
