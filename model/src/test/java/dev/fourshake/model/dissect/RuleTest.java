package dev.fourshake.model.dissect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every statement that the bytes of one packet can break, broken: {@code rules.txt} is the table. */
class RuleTest {

    record Case(String rule, ProtocolVersion version, Direction direction, Bytes frame, String verdict, String note) {

        @Override
        public String toString() {
            return rule + " in " + version.code() + ": " + note;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream table = RuleTest.class.getResourceAsStream("rules.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(RuleTest::parse)
                    .toList()
                    .stream();
        }
    }

    /** One line holds for several versions if it names several, and for both directions if it names none. */
    private static Stream<Case> parse(String line) {
        String[] column = line.split("\\|", -1);
        List<Case> cases = new ArrayList<>();
        for (String version : column[1].strip().split(" ")) {
            for (Direction direction : Direction.values()) {
                if (column[2].isBlank() || column[2].strip().equals(direction.code())) {
                    cases.add(new Case(column[0].strip(), ProtocolVersion.ofCode(version).orElseThrow(), direction,
                            Octets.of(column[3].strip()), column[4].strip(), column[5].strip()));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isJudged(Case given) {
        Decoded decoded = Decoder.decode(given.frame, given.version, given.direction);
        if (given.rule.equals("ok")) {
            assertEquals(List.of(), decoded.defects());
            assertTrue(decoded.packet().isPresent());
            return;
        }
        Defect defect = decoded.verdict().orElseThrow();
        String code = defect.reasonCode() < 0 ? "" : String.format(" %02X", defect.reasonCode());
        String verdict = defect.verdict().name().toLowerCase(Locale.ROOT) + code + " @" + defect.offset() + "+"
                + defect.length();
        String expected = given.version.isMqtt5() ? given.verdict
                : given.verdict.replaceFirst(" [0-9A-F]{2} ", " "); // there are no codes to send before MQTT 5
        assertEquals(given.rule + " " + expected, defect.rule() + " " + verdict, () -> decoded.defects().toString());
        assertEquals(1, decoded.defects().size(), "only that is wrong: " + decoded.defects());
        String sentence = defect.message().text(Locale.ENGLISH);
        assertFalse(sentence.contains("defect.") || sentence.contains("{"), sentence);
        assertTrue(sentence.endsWith("."), sentence);
        assertEquals(decoded, Decoder.dissect(given.frame, given.version, given.direction).decoded());
    }

    @Test
    void everyRuleIsInTheTable() throws IOException {
        Set<String> broken = new HashSet<>();
        cases().forEach(given -> Decoder.decode(given.frame, given.version, given.direction).defects()
                .forEach(defect -> broken.add(defect.message().key())));
        Set<Rule> unbroken = EnumSet.allOf(Rule.class);
        unbroken.removeIf(rule -> broken.contains("defect." + rule.name()));
        assertEquals(Set.of(), unbroken);
    }
}
