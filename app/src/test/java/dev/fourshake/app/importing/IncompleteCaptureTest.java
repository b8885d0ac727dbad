package dev.fourshake.app.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.app.sample.SampleCapture;
import dev.fourshake.testing.PcapGenerator;
import dev.fourshake.testing.RequiresPcapGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is missing in a capture makes nobody look guilty: it has no finding that the whole capture has not. */
class IncompleteCaptureTest {

    private static final int SEEDS = 3;
    private static final List<String> GENERATED = List.of("--seed 1 --mqtt5 1", "--seed 2 --mqtt5 0",
            "--seed 3 --pure-ack 0.9 --merge 0.2 --clients 6", "--seed 10 --mqtt5 0");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void ofSampleTraffic(Damage damage) throws IOException {
        Path pcap = directory.resolve("sample.pcap");
        SampleCapture.write(pcap, 600);
        assertNoFalseAlarm(new FalseAlarms(PacketRecords.of(Files.readAllBytes(pcap))), damage);
    }

    static Stream<String> generated() {
        return GENERATED.stream();
    }

    @RequiresPcapGenerator
    @ParameterizedTest
    @MethodSource("generated")
    void ofGeneratedTraffic(String options) throws IOException, InterruptedException {
        Path pcap = directory.resolve("traffic.pcap");
        PcapGenerator.write(pcap, directory.resolve("truth.json"),
                Stream.of("--packets 600", options).flatMap(option -> Stream.of(option.split(" "))).toList());
        FalseAlarms alarms = new FalseAlarms(PacketRecords.of(Files.readAllBytes(pcap)));
        for (Damage damage : Damage.values()) {
            assertNoFalseAlarm(alarms, damage);
        }
    }

    /** What once accused somebody, in some thousand others: who waited behind a hole had sent before what was told. */
    @RequiresPcapGenerator
    @ParameterizedTest
    @CsvSource({"8, 0, BURSTS, 1067", "8, 0, BURSTS, 1161", "4, 0, SNAPPED, 1143"})
    void ofWhatOnceAccused(int traffic, int mqtt5, Damage damage, long seed) throws IOException, InterruptedException {
        Path pcap = directory.resolve("traffic.pcap");
        PcapGenerator.write(pcap, directory.resolve("truth.json"), List.of("--packets", "600", "--seed",
                Integer.toString(traffic), "--mqtt5", Integer.toString(mqtt5)));
        assertEquals(Map.of(), new FalseAlarms(PacketRecords.of(Files.readAllBytes(pcap))).with(damage, seed));
    }

    private static void assertNoFalseAlarm(FalseAlarms alarms, Damage damage) {
        IntStream.range(0, SEEDS).forEach(seed ->
                assertEquals(Map.of(), alarms.with(damage, seed), () -> damage + " with seed " + seed));
    }
}
