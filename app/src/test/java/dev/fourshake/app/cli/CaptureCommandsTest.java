package dev.fourshake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fourshake.app.capture.SampleTraffic;
import dev.fourshake.app.data.UserData;
import dev.fourshake.app.workspace.SavedCaptures;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.WireEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code fourshake inspect}, {@code captures}, {@code replay}, and a file on the bare command. */
class CaptureCommandsTest {

    private static final JsonMapper ONE_DOCUMENT =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    @TempDir
    Path data;

    @BeforeEach
    void ownData() {
        System.setProperty(UserData.PROPERTY, data.toString());
    }

    @AfterEach
    void usualData() {
        System.clearProperty(UserData.PROPERTY);
    }

    private Path kept(String name) {
        return data.resolve("captures").resolve(name + ".fourshake");
    }

    // ------------------------------------------------------------------ inspect

    @Test
    void inspectPrintsOneJsonDocumentAndNothingElse() throws IOException {
        SavedCaptures.save(kept("press-4"), SampleTraffic.events(400, 3));
        CommandLineRun run = CommandLineRun.of("inspect", "press-4", "--json");
        assertEquals(0, run.exitStatus(), run.err());
        JsonNode summary = ONE_DOCUMENT.readTree(run.out());
        assertEquals("press-4", summary.get("source").asText());
        assertEquals(3, summary.get("links").asInt());
        assertEquals(3, summary.get("packets").get("CONNECT").asInt());
        assertEquals(0, summary.get("malformed").asInt());
        assertEquals("press-1", summary.get("sessions").get(0).get("clientId").asText());
        assertEquals("", run.err());
    }

    @Test
    void aFileIsInspectedAsANameIs() throws IOException {
        Path file = SavedCaptures.save(data.resolve("elsewhere/a b.fourshake"), SampleTraffic.events(60, 1));
        CommandLineRun run = CommandLineRun.of("inspect", file.toString());
        assertEquals(0, run.exitStatus(), run.err());
        assertTrue(run.out().startsWith(file + ": 1 link, 1 session,"), run.out());
        assertTrue(run.out().contains("QoS 2:"), run.out());
    }

    @Test
    void trafficThatBreaksTheSpecificationIsExitStatusOne() throws IOException {
        List<WireEvent> events = new ArrayList<>(SampleTraffic.events(20, 1));
        // PUBLISH with QoS 3.
        events.add(events.size() - 1, Frame.passed(1, events.getLast().timeNanos() - 1, Direction.CLIENT_TO_SERVER,
                Bytes.of(new byte[] {0x36, 5, 0, 1, 'a', 0, 9})));
        SavedCaptures.save(kept("bad"), events);
        CommandLineRun run = CommandLineRun.of("inspect", "bad", "--json");
        assertEquals(1, run.exitStatus(), run.err());
        JsonNode summary = ONE_DOCUMENT.readTree(run.out());
        assertEquals(1, summary.get("malformed").asInt());
        assertEquals("error", summary.get("findings").get(0).get("severity").asText());
    }

    /** Counted by the filter's own words: all packets of one client, and of them one type. */
    @Test
    void aFilterLeavesItsPacketsAndWhatBelongsToThem() throws IOException {
        SavedCaptures.save(kept("press-4"), SampleTraffic.events(400, 3));
        JsonNode whole = ONE_DOCUMENT.readTree(CommandLineRun.of("inspect", "press-4", "--json").out());
        JsonNode all = ONE_DOCUMENT.readTree(CommandLineRun.of("inspect", "press-4", "--json", "--filter",
                "link > 0").out());
        for (String field : List.of("links", "packets", "dup", "exchanges", "sessions", "findings")) {
            assertEquals(whole.get(field), all.get(field), field);
        }
        CommandLineRun run = CommandLineRun.of("inspect", "press-4", "--json", "--filter",
                "client = press-1 and type in {CONNECT, PUBREC}");
        JsonNode some = ONE_DOCUMENT.readTree(run.out());
        assertEquals(0, run.exitStatus(), run.err());
        assertEquals(1, some.get("links").asInt());
        assertEquals(1, some.get("sessions").size());
        assertEquals(1, some.get("packets").get("CONNECT").asInt());
        assertEquals(2, some.get("packets").size());
        assertEquals(some.get("packets").get("PUBREC").asInt(),
                some.get("exchanges").get("qos2").get("complete").asInt());
        assertTrue(some.get("messages") == null, "nothing can be said across the brokers");
    }

    @Test
    void aWrongFilterIsSaidWithItsPlace() throws IOException {
        SavedCaptures.save(kept("one"), SampleTraffic.events(40, 1));
        CommandLineRun run = CommandLineRun.of("inspect", "one", "--filter", "type = PUBLSH");
        assertEquals(2, run.exitStatus());
        List<String> lines = run.err().lines().toList();
        assertEquals("  type = PUBLSH", lines.get(1));
        assertEquals("         ^^^^^^", lines.get(2));
        assertEquals("", run.out());
    }

    @Test
    void drawsWhatPassesAFilterAsAScript() throws IOException {
        SavedCaptures.save(kept("one"), SampleTraffic.events(40, 1));
        CommandLineRun mermaid = CommandLineRun.of("inspect", "one", "--diagram", "mermaid", "--filter", "qos = 2");
        assertEquals(0, mermaid.exitStatus(), mermaid.err());
        assertTrue(mermaid.out().startsWith("sequenceDiagram"), mermaid.out());
        assertTrue(mermaid.out().lines().skip(1).noneMatch(line -> line.contains("PUBREC")), mermaid.out());
        assertTrue(CommandLineRun.of("inspect", "one", "--diagram", "plantuml").out().strip().endsWith("@enduml"));
    }

    @Test
    void drawsTheDiagramAsTextOrSvg() throws Exception {
        SavedCaptures.save(kept("one"), SampleTraffic.events(40, 1));
        CommandLineRun text = CommandLineRun.of("inspect", "one", "--diagram", "text");
        assertEquals(0, text.exitStatus(), text.err());
        assertTrue(text.out().contains("PUBCOMP") && text.out().contains("press-1"), text.out());
        CommandLineRun svg = CommandLineRun.of("inspect", "one", "--diagram", "svg");
        assertEquals(0, svg.exitStatus(), svg.err());
        assertEquals("svg", DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.out().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement().getNodeName());
    }

    @Test
    void whatCanBeReadOfADamagedCaptureIsShownAndTheRestIsSaid() throws IOException {
        SavedCaptures.saveDamaged(kept("broken"));
        CommandLineRun run = CommandLineRun.of("inspect", "broken", "--json");
        assertEquals(2, run.exitStatus(), "nobody knows what is lost: " + run.err());
        assertEquals(2, CommandLineRun.of("inspect", "broken", "--filter", "type = PUBLISH").exitStatus());
        assertTrue(ONE_DOCUMENT.readTree(run.out()).get("packets").get("PUBLISH").asInt() > 100, run.out());
        assertTrue(run.err().contains("damaged"), run.err());
    }

    static Stream<List<String>> wrongCalls() {
        return Stream.of(List.of("inspect"), List.of("inspect", "one", "--diagram", "png"),
                List.of("inspect", "one", "--diagram", "svg", "--json"), List.of("inspect", "bad\0name"),
                List.of("replay", "one", "--speed", "0"), List.of("replay", "one", "--speed", "fast"));
    }

    @ParameterizedTest
    @MethodSource("wrongCalls")
    void aWrongCallIsASentenceAndExitStatusTwo(List<String> call) throws IOException {
        SavedCaptures.save(kept("one"), SampleTraffic.events(40, 1));
        CommandLineRun run = CommandLineRun.of(call.toArray(String[]::new));
        assertEquals(2, run.exitStatus(), run.out());
        aSentence(run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspect", "replay --text", ""})
    void whatIsNoCaptureIsASentenceAndExitStatusTwo(String command) throws IOException {
        Path foreign = Files.writeString(data.resolve("notes.txt"), "not a capture");
        Path empty = Files.createFile(data.resolve("empty.fourshake"));
        Path gone = data.resolve("gone.fourshake");
        Path beyondReading = Files.write(data.resolve("torn.fourshake"), "H:2,block:2,blockSize:1000".getBytes());
        for (Path source : List.of(foreign, empty, gone, data, beyondReading)) {
            CommandLineRun run = CommandLineRun.of(
                    Stream.concat(Stream.of(command.split(" ")).filter(word -> !word.isEmpty()),
                            Stream.of(source.toString())).toArray(String[]::new));
            assertEquals(2, run.exitStatus(), source + ": " + run.err());
            assertTrue(run.err().contains(source.toString()), run.err());
            assertEquals("", run.out());
            aSentence(run);
        }
    }

    /** Who opens it from a file manager sees no terminal: the window says what is wrong. */
    @Test
    void aFileThatIsNoCaptureIsLeftToTheWindow() throws IOException {
        Path empty = Files.createFile(data.resolve("empty.fourshake"));
        List<String> opened = new ArrayList<>();
        CommandLine line = Fourshake.commandLine(files -> {
            opened.addAll(files);
            return Optional.empty();
        });
        assertEquals(0, line.execute(empty.toString()));
        assertEquals(List.of(empty.toString()), opened);
    }

    private static void aSentence(CommandLineRun run) {
        assertTrue(run.err().startsWith("fourshake: "), run.err());
        assertFalse(run.err().contains("Exception") || run.err().contains("\tat "), run.err());
        assertEquals("", run.out());
    }

    // ------------------------------------------------------------------ captures

    @Test
    void listsTheCapturesWithTheirState() throws IOException {
        SavedCaptures.save(kept("press-4"), SampleTraffic.events(400, 3));
        SavedCaptures.saveDamaged(kept("broken"));
        Files.writeString(kept("foreign"), "not a capture");
        CommandLineRun run = CommandLineRun.of("captures", "--json");
        assertEquals(0, run.exitStatus(), run.err());
        JsonNode list = ONE_DOCUMENT.readTree(run.out());
        assertEquals(data.resolve("captures").toString(), list.get("directory").asText());
        assertEquals(3, list.get("captures").size());
        for (JsonNode capture : list.get("captures")) {
            switch (capture.get("name").asText()) {
                case "press-4" -> {
                    assertEquals("ended", capture.get("state").asText());
                    assertEquals(400, capture.get("events").asInt());
                    assertEquals(3, capture.get("links").asInt());
                }
                case "broken" -> {
                    assertEquals("damaged", capture.get("state").asText());
                    assertTrue(capture.get("events").asInt() > 100);
                }
                default -> assertEquals("unreadable", capture.get("state").asText());
            }
        }
        CommandLineRun text = CommandLineRun.of("captures");
        assertTrue(text.out().lines().anyMatch(line -> line.startsWith("press-4") && line.contains("400")), text.out());
        assertTrue(text.err().contains("is neither a Fourshake capture nor"), text.err());
    }

    @Test
    void aCaptureThatAnotherProgramRecordsIsSaidToBeRecorded() throws IOException {
        SavedCaptures.save(kept("line"), SampleTraffic.events(40, 1));
        try (FileChannel channel = FileChannel.open(kept("line"), StandardOpenOption.WRITE)) {
            channel.lock();
            CommandLineRun run = CommandLineRun.of("captures");
            assertTrue(run.out().lines().anyMatch(line -> line.startsWith("line ") && line.endsWith("recording")),
                    run.out());
            assertEquals("", run.err());
            JsonNode capture = ONE_DOCUMENT.readTree(CommandLineRun.of("captures", "--json").out()).get("captures")
                    .get(0);
            assertEquals("recording", capture.get("state").asText());
            assertFalse(capture.has("problem"), capture.toString());
        }
    }

    @Test
    void noCapturesIsNoFailure() {
        CommandLineRun run = CommandLineRun.of("captures");
        assertEquals(0, run.exitStatus());
        assertEquals("", run.out());
        assertTrue(run.err().contains(data.toString()), run.err());
    }

    // ------------------------------------------------------------------ replay

    @Test
    void replayDrawsWhatInspectDraws() throws IOException {
        SavedCaptures.save(kept("one"), SampleTraffic.events(400, 1));
        CommandLineRun replay = CommandLineRun.of("replay", "one", "--speed", "max", "--text");
        assertEquals(0, replay.exitStatus(), replay.err());
        assertEquals(packets(CommandLineRun.of("inspect", "one", "--diagram", "text")), packets(replay));
    }

    private static List<String> packets(CommandLineRun run) {
        return run.out().lines().filter(line -> line.contains("PUB")).map(String::strip).toList();
    }

    // ------------------------------------------------------------------ a file on the bare command

    @Test
    void aFileOnTheBareCommandOpensTheDesktopWithIt() throws IOException {
        Path file = SavedCaptures.save(kept("one"), SampleTraffic.events(40, 1));
        List<String> opened = new ArrayList<>();
        assertEquals(0, Fourshake.run(arguments -> {
            opened.addAll(arguments);
            return Optional.empty();
        }, "one"));
        assertEquals(List.of(file.toString()), opened);
        opened.clear();
        assertEquals(0, Fourshake.run(arguments -> {
            opened.addAll(arguments);
            return Optional.empty();
        }, "replay", file.toString()));
        assertEquals(List.of(Fourshake.REPLAY, file.toString()), opened);
    }

    @Test
    void whereThereIsNoDisplayTheFileIsDrawnAsText() throws IOException {
        Path file = SavedCaptures.save(kept("one"), SampleTraffic.events(40, 1));
        CommandLineRun run = CommandLineRun.of(file.toString());
        assertEquals(0, run.exitStatus(), run.err());
        assertTrue(run.err().startsWith("fourshake: "), run.err());
        assertTrue(run.out().contains("PUBCOMP"), run.out());
    }

    @Test
    void aWordThatIsNoCommandIsSaidToBeNone() {
        CommandLineRun run = CommandLineRun.of("dmeo");
        assertEquals(2, run.exitStatus());
        assertTrue(run.err().contains("neither a command nor a capture"), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspect", "replay"})
    void aNameThatNothingBearsIsSaidToBeNone(String command) {
        CommandLineRun run = CommandLineRun.of(command, "press-44");
        assertEquals(2, run.exitStatus());
        assertEquals("fourshake: press-44 is neither one of your captures nor a file in this folder."
                + " Try: fourshake captures", run.err().strip());
    }
}
