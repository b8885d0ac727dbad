package dev.fourshake.app.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.importing.PacketImport;
import dev.fourshake.app.replay.CaptureInspection;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.trace.Totals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCaptureTest {

    @TempDir
    private Path folder;

    /** The last one is what the build learns from. */
    @ParameterizedTest
    @ValueSource(ints = {5_000, 50_000, 500_000})
    void itIsReadAsTrafficOfPeersThatDoAsTheyShould(int packets) throws Exception {
        Path file = folder.resolve("sample.pcap");
        SampleCapture.write(file, packets);
        CaptureInspection inspection = CaptureInspection.of(PacketImport.open(file));
        Totals totals = inspection.summary().totals();
        assertTrue(totals.packets().values().stream().mapToLong(Long::longValue).sum() >= packets);
        assertEquals(0, totals.malformed() + totals.opaqueBytes() + totals.missingBytes());
        assertEquals(List.of(), inspection.summary().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR).toList());
        assertEquals(List.of(), inspection.problems());
    }

    @Test
    void theSameNumberGivesTheSameBytes() throws Exception {
        SampleCapture.write(folder.resolve("one.pcap"), 500);
        SampleCapture.write(folder.resolve("two.pcap"), 500);
        assertEquals(-1, Files.mismatch(folder.resolve("one.pcap"), folder.resolve("two.pcap")));
    }
}
