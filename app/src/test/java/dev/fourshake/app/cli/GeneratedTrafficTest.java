package dev.fourshake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fourshake.testing.PcapGenerator;
import dev.fourshake.testing.RequiresPcapGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code inspect --json} counts in generated traffic is what is in it. */
@RequiresPcapGenerator
class GeneratedTrafficTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {
        "--packets 1", "--packets 300 --seed 2", "--packets 20000 --seed 3",
        "--packets 8000 --seed 4 --split 0.6 --out-of-order 0.3 --lost-before-capture 0.3 --retransmit 0.4 --recut 0.6",
        "--packets 8000 --seed 5 --merge 1 --split 0 --pure-ack 1 --out-of-order 0.2 --retransmit 0.1 --recut 1",
        "--packets 6000 --seed 6 --mqtt5 1 --refused 0.3 --unanswered 0.1",
        "--packets 6000 --seed 7 --mqtt5 0 --refused 0.1 --unanswered 0.2 --clients 200",
        "--packets 6000 --seed 8 --clients 3 --devices-per-site 1 --pure-ack 0"})
    void countsWhatWasSent(String options) throws IOException, InterruptedException {
        Path pcap = directory.resolve("traffic.pcap");
        Path truthFile = directory.resolve("truth.json");
        PcapGenerator.write(pcap, truthFile, List.of(options.split(" ")));
        CommandLineRun run = CommandLineRun.of("inspect", "--json", pcap.toString());
        assertEquals("", run.err());
        assertEquals(expected(JSON.readTree(truthFile.toFile())), counted(JSON.readTree(run.out())));
    }

    private static Map<String, Long> expected(JsonNode truth) {
        Map<String, Long> counts = new TreeMap<>();
        truth.get("types").properties().forEach(type -> putIfAny(counts, type.getKey(), type.getValue().asLong()));
        for (int qos = 0; qos <= 2; qos++) {
            JsonNode all = truth.get("exchanges").get("qos" + qos).get("all");
            putIfAny(counts, qos + " complete", all.path("completed").asLong());
            putIfAny(counts, qos + " rejected", all.path("rejected").asLong());
            putIfAny(counts, qos + " incomplete", all.path("incomplete").asLong());
        }
        putIfAny(counts, "links", truth.get("tcp").get("connections").asLong());
        putIfAny(counts, "connections", truth.get("types").get("CONNECT").asLong());
        putIfAny(counts, "resumed", truth.get("events").path("sessions_resumed").asLong());
        putIfAny(counts, "dup", truth.get("events").path("publish_with_dup").asLong());
        return counts;
    }

    private static Map<String, Long> counted(JsonNode summary) {
        Map<String, Long> counts = new TreeMap<>();
        summary.get("packets").properties().forEach(type -> putIfAny(counts, type.getKey(), type.getValue().asLong()));
        for (int qos = 0; qos <= 2; qos++) {
            for (Map.Entry<String, JsonNode> outcome : summary.get("exchanges").get("qos" + qos).properties()) {
                putIfAny(counts, qos + " " + outcome.getKey(), outcome.getValue().asLong());
            }
        }
        for (JsonNode session : summary.get("sessions")) {
            counts.merge("connections", session.get("connections").asLong(), Long::sum);
            for (JsonNode present : session.get("sessionPresent")) {
                if (present.asBoolean()) {
                    counts.merge("resumed", 1L, Long::sum);
                }
            }
        }
        for (String name : List.of("links", "dup", "malformed", "opaqueBytes", "missingBytes")) {
            putIfAny(counts, name, summary.get(name).asLong());
        }
        return counts;
    }

    private static void putIfAny(Map<String, Long> counts, String name, long count) {
        if (count > 0) {
            counts.put(name, count);
        }
    }
}
