package dev.fourshake.app.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.Tap;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.app.tap.hold.Reaction.Acknowledge;
import dev.fourshake.app.tap.hold.Reaction.Answer;
import dev.fourshake.app.tap.hold.Reaction.Cut;
import dev.fourshake.app.tap.hold.Reaction.Cut.Manner;
import dev.fourshake.app.tap.hold.Reaction.Cut.Moment;
import dev.fourshake.app.tap.hold.Reaction.Delay;
import dev.fourshake.app.tap.hold.Reaction.Drop;
import dev.fourshake.app.tap.hold.Reaction.Duplicate;
import dev.fourshake.app.tap.hold.Reaction.Hold;
import dev.fourshake.app.tap.hold.Reaction.Replace;
import dev.fourshake.app.tap.line.LineRule;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

    private static final String EVERYTHING = """
            {
              "$schema": "script.schema.json", "name": "All there is", "releaseAfter": "90s",
              // Comments are for people.
              "breakpoints": [
                {},
                {"note": "n", "types": "PUBREL", "direction": "c2s", "link": 3, "filter": "id = 7", "hit": 2, "reaction": "drop"},
                {"types": ["PUBLISH", "PUBREC"], "direction": ["c2s", "s2c"], "reaction": {"delay": 2}},
                {"types": [], "reaction": {"cut": "after", "by": "rst"}},
              ],
              "lines": ["latency=200ms,c2s", "gprs"],
            }
            """;

    @Test
    void everyFieldIsReadAndWhatIsLeftOutMeansAll() throws Exception {
        Script script = Script.parse(EVERYTHING);
        Set<PacketType> all = Arrays.stream(PacketType.values()).filter(type -> type != PacketType.RESERVED
                && type != PacketType.PINGREQ && type != PacketType.PINGRESP).collect(Collectors.toSet());
        Breakpoint any = Breakpoint.on(all.toArray(PacketType[]::new));
        Filter<Subject> seven = ((Filter.Good<Subject>) Filter.parse("id = 7", ZoneId.systemDefault())).filter();
        assertEquals("All there is", script.name());
        assertEquals(Optional.of(Duration.ofSeconds(90)), script.releaseAfter());
        assertEquals(List.of(
                any,
                Breakpoint.on(PacketType.PUBREL).in(Direction.CLIENT_TO_SERVER).onLink(3).where(seven).atHit(2)
                .then(new Drop()),
                Breakpoint.on(PacketType.PUBLISH, PacketType.PUBREC).then(new Delay(Duration.ofSeconds(2))),
                any.then(new Cut(Moment.AFTER, Manner.RST))), script.breakpoints());
        assertEquals(List.of(LineRule.parse("latency=200ms,c2s"), LineRule.parse("gprs")), script.lines());
    }

    @Test
    void yamlSaysTheSame() throws Exception {
        assertEquals(Script.parse(EVERYTHING), Script.parse("""
                name: All there is
                releaseAfter: 90s
                breakpoints:
                  - {}
                  - note: n      # a comment
                    types: PUBREL
                    direction: c2s
                    link: 3
                    filter: id = 7
                    hit: 2
                    reaction: drop
                  - types: [PUBLISH, PUBREC]
                    direction: [c2s, s2c]
                    reaction: {delay: 2}
                  - reaction: {cut: after, by: rst}
                lines:
                  - latency=200ms,c2s
                  - gprs
                """));
    }

    @Test
    void everyReactionIsRead() throws Exception {
        Map<String, Reaction> reactions = Map.of(
                "hold", new Hold(), "drop", new Drop(), "duplicate", new Duplicate(),
                "{delay: 500ms}", new Delay(Duration.ofMillis(500)),
                "{cut: before}", new Cut(Moment.BEFORE, Manner.FIN),
                "{acknowledge: PUBREC, reasonCode: 0x97}", new Acknowledge(PacketType.PUBREC, 0x97),
                "{acknowledge: PUBACK}", new Acknowledge(PacketType.PUBACK, 0),
                "{answer: \"50 02 00 07\"}", new Answer(Bytes.ofHex("50020007")),
                "{replace: 62020009}", new Replace(Bytes.ofHex("62020009")));
        for (Map.Entry<String, Reaction> each : reactions.entrySet()) {
            Script script = Script.parse("breakpoints: [{reaction: " + each.getKey() + "}]");
            assertEquals(each.getValue(), script.breakpoints().getFirst().reaction(), each::getKey);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"breakpoint\": []}                                        | 1:16 breakpoint: There is no \"breakpoint\" here.",
            "{\"name\": \"a\", \"name\": \"b\"}                          | 1:15 name: name stands here twice.",
            "{\"name\": null}                                            | 1:10 name: A value is missing here.",
            "{\"name\": [\"a\"]}                                         | 1:10 name: One value is expected here",
            "[]                                                          | 1:1: An object is expected here",
            "{\"breakpoints\": [{}, {\"types\": \"PINGREQ\"}]}           | 1:32 breakpoints[1].types: PINGREQ is none of CONNECT,",
            "{\"breakpoints\": {\"types\": [\"PUBREL\", \"PUB\"]}}       | 1:38 breakpoints.types[1]: PUB is none of",
            "{\"breakpoints\": [{\"direction\": \"up\"}]}                | 1:32 breakpoints[0].direction: up is none of c2s, s2c",
            "{\"breakpoints\": [{\"hit\": 0}]}                           | 1:26 breakpoints[0].hit: 0 is no number from 1 to 1000000",
            "{\"breakpoints\": [{\"filter\": \"topc = a\"}]}             | 1:29 breakpoints[0].filter: The filter topc = a is wrong at its character 1.",
            "{\"breakpoints\": [{\"filter\": \"finding\"}]}              | 1:29 breakpoints[0].filter: A breakpoint cannot ask for finding",
            "{\"breakpoints\": [{\"reaction\": \"drip\"}]}               | 1:31 breakpoints[0].reaction: drip cannot be done",
            "{\"breakpoints\": [{\"reaction\": {}}]}                     | 1:31 breakpoints[0].reaction: One thing is done",
            "{\"breakpoints\": [{\"reaction\": {\"by\": \"rst\"}}]}      | 1:31 breakpoints[0].reaction: One thing is done",
            "{\"breakpoints\": [{\"reaction\": {\"delay\": \"0s\"}}]}    | 1:41 breakpoints[0].reaction.delay: 0s is no time",
            "{\"breakpoints\": [{\"reaction\": {\"answer\": \"5\"}}]}    | 1:42 breakpoints[0].reaction.answer: 5 is no packet",
            "{\"breakpoints\": [{\"reaction\": {\"acknowledge\": \"PUBLISH\"}}]} | 1:47 breakpoints[0].reaction.acknowledge: PUBLISH is none of PUBACK",
            "{\"lines\": [\"lag=3\"]}                                    | 1:12 lines[0]: A weak line has no part",
            "{\"lines\": [\"gprs\"}                                      | 1:18: This is neither JSON nor YAML",
            "lines: [gprs                                                | 1:13: This is neither JSON nor YAML",
            "{\"breakpoints\": [{\"types\": \"PUBLISH\"}     | 1:38: This is neither JSON nor YAML: Unexpected end-of-input: expected close marker for Array.",
            "name: \"it's | 1:12: This is neither JSON nor YAML: found unexpected end of stream.",
            "name: @home  | 1:7: This is neither JSON nor YAML: found character '@' that cannot start any token.",
            "{} {}                                                       | 1:4: This cannot stand here"})
    void whatIsWrongIsSaidWithItsPlace(String text, String sentence) {
        ScriptException wrong = assertThrows(ScriptException.class, () -> Script.parse(text.strip()));
        assertTrue(wrong.sentence().text().startsWith(sentence), wrong.sentence()::text);
    }

    @Test
    void aTabWhereYamlWantsBlanksIsSaidWhereItStands() {
        ScriptException wrong = assertThrows(ScriptException.class,
                () -> Script.parse("breakpoints:\n\t- types: PUBLISH\n"));
        assertEquals("2:1: This is neither JSON nor YAML: found character '\\t(TAB)' that cannot start any token.",
                wrong.sentence().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "# nothing", "a: &x [*x, *x]", "{", "\u0000",
            "[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]",
            "breakpoints: [{hit: 99999999999999999999}]", "- - - -", "!!java.net.URL [x]", "? {a: b}"})
    void whateverTheTextIsItIsRefusedAndNothingWorse(String text) {
        assertThrows(ScriptException.class, () -> Script.parse(text));
    }

    @Test
    void aFileThatCannotBeReadIsASentence(@TempDir Path folder) throws Exception {
        assertThrows(ScriptException.class, () -> Script.read(folder.resolve("none.yaml")));
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        assertTrue(assertThrows(ScriptException.class, () -> Script.read(binary)).getMessage().contains("UTF-8"));
        Path large = Files.write(folder.resolve("large.yaml"), new byte[(1 << 20) + 1]);
        assertTrue(assertThrows(ScriptException.class, () -> Script.read(large)).getMessage().contains("large"));
    }

    @Test
    void aScriptThatSaysNoTimeHoldsForTheUsualOne() throws Exception {
        try (TraceFeed feed = new TraceFeed(new Trace()); Tap tap = Tap.start(TapOptions.to(HostPort.loopback(1)),
                feed)) {
            Script.parse("releaseAfter: 5s\nbreakpoints: [{}]").applyTo(tap).join();
            assertEquals(Duration.ofSeconds(5), tap.holds().releaseAfter());
            Script.parse("breakpoints: [{}]").applyTo(tap).join();
            assertEquals(Duration.ofSeconds(60), tap.holds().releaseAfter());
        }
    }

    @Test
    void everyExampleInTheManualIsAScript() throws Exception {
        String manual = Files.readString(Path.of("../docs/scripts.md"));
        List<String> examples = Pattern.compile("```(?:yaml|json)\n(.*?)```", Pattern.DOTALL).matcher(manual).results()
                .map(found -> found.group(1)).toList();
        assertEquals(2, examples.size());
        for (String example : examples) {
            assertFalse(Script.parse(example).breakpoints().isEmpty());
        }
    }
}
