package dev.fourshake.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.capture.CaptureReader;
import dev.fourshake.app.workspace.CaptureTrace;
import dev.fourshake.app.workspace.OpenTrace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What another program has captured, in the whole window. */
@ExtendWith(SharedBroker.class)
class PacketCaptureStoryTest extends ProgramTest {

    private static final String CONNECT = "100d00044d5154540402003c000161";

    /** Takes seconds to read, however quick the machine: progress is shown after half a second. */
    private static final int LONG = 5_000_000;

    private TableView<Integer> packets;

    @BeforeEach
    void start() throws TimeoutException {
        openTheWindow();
        until(() -> robot.lookup(".fs-packets").tryQuery().isPresent());
        packets = robot.lookup(".fs-packets").query();
    }

    @Test
    void isOpenedSavedAndPlayed() throws IOException {
        Path file = pcap("press-4.pcap", 40);
        robot.interact(() -> parts.opened(List.of(file.toString())));
        until(() -> packets.getItems().size() == 42);
        assertEquals("press-4.pcap", on(() -> shown().title()));
        assertEquals(List.of(file), workspace.recent().all());

        Path saved = folder.resolve("press-4.fourshake");
        assertTrue(workspace.save(on(this::shown), saved, (_, _) -> true));
        try (CaptureReader capture = CaptureReader.open(saved)) {
            assertEquals(42, capture.count());
        }

        robot.interact(() -> workbench.commands().execute(workbench.commands().find("replay.play").orElseThrow()));
        until(() -> shown().title().contains("replay"));
        until(() -> packets.getItems().size() == 42);
    }

    @Test
    void theOpeningIsEndedByTheButtonBesideItsProgress() throws IOException {
        Path file = pcap("long.pcap", LONG);
        robot.interact(() -> parts.opened(List.of(file.toString())));
        until(() -> !packets.getItems().isEmpty());
        assertFalse(on(() -> ((CaptureTrace) shown()).done().isDone()), "its first packets are seen while it is read");
        assertEquals("1", on(this::firstInSight), "and stay in sight");
        until(() -> robot.lookup(".job-progress").query().isVisible());
        robot.clickOn(".job-progress .command-button");
        until(() -> shown() instanceof CaptureTrace capture && capture.done().isDone());
        until(() -> workbench.messages().open().stream().anyMatch(message -> message.text().contains("was ended")));
        until(() -> packets.getItems().size() == shown().snapshot().rowCount());
        int rows = on(() -> packets.getItems().size());
        assertTrue(rows > 0 && rows < LONG, () -> rows + " rows");
        assertTrue(on(() -> workbench.messages().open().getLast().text())
                .contains("first " + String.format("%,d", rows)), () -> workbench.messages().open().toString());

        robot.interact(() -> parts.context().filters().and("type = CONNECT"));
        until(() -> packets.getItems().equals(List.of(1)));
    }

    /** A connection with so many PINGREQs behind its CONNECT, in IP packets. */
    private Path pcap(String name, int pings) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(1 << 20);
        out.putInt(0xA1B2C3D4).putInt(0x0002_0004).putLong(0).putInt(65_535).putInt(101);
        packet(out, 0, 0x02, 99, "");
        packet(out, 1, 0x10, 100, CONNECT);
        Path file = folder.resolve(name);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < pings; i++) {
                packet(out, 2 + i, 0x10, 115 + 2 * i, "c000");
                if (out.remaining() < 100) {
                    write(out, channel);
                }
            }
            write(out, channel);
        }
        return file;
    }

    private static void write(ByteBuffer out, FileChannel channel) throws IOException {
        out.flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
        out.clear();
    }

    private static void packet(ByteBuffer out, int millis, int flags, int sequence, String hex) {
        byte[] payload = HexFormat.of().parseHex(hex);
        int length = 40 + payload.length;
        out.putInt(1_700_000_000 + millis / 1000).putInt(millis % 1000 * 1000).putInt(length).putInt(length);
        out.putInt(0x4500_0000 | length).putInt(0x4000).putInt(0x4006_0000).putInt(0x0A00_0002).putInt(0x0A00_0001);
        out.putShort((short) 50_000).putShort((short) 1883).putInt(sequence).putInt(0)
                .putInt(0x5000_FFFF | flags << 16).putInt(0).put(payload);
    }

    /** Number of the row at the top of the list. */
    private String firstInSight() {
        return packets.lookupAll(".table-row-cell").stream().map(row -> (TableRow<?>) row)
                .filter(row -> !row.isEmpty() && row.getBoundsInParent().getMinY() >= 0)
                .min(Comparator.comparingInt(TableRow::getIndex)).map(row -> Integer.toString(row.getIndex() + 1))
                .orElse("");
    }

    private OpenTrace shown() {
        return parts.context().shown().sourceProperty().get().orElseThrow();
    }
}
