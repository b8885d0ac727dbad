package dev.fourshake.model.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a filter, and what is said of a text that is none. */
class FilterTest {

    private static final String[] PIECES = {"type", "topic", "qos", "dup", "client", "finding", "time", "payload", "=",
        "!=", "~", "<", "contains", "in", "{", "}", ",", "(", ")", "and", "or", "not", "exchange", "\"a b\"", "\"\\\"",
        "PUBLISH", "press/+/state", "0x41", "1", "14:03:22", "FS-*", "open", ":", "&&", "|", "!", "state", " "};

    @ParameterizedTest
    @ValueSource(strings = {
        "", "   ", "PUBLISH", "type = PUBLISH", "TYPE == publish", "type:PUBLISH", "type in {PUBACK, PUBREC}",
        "type = PUB*", "topic ~ press/+/state", "topic matches #", "topic = \"a b\"", "qos>=1 and not dup",
        "dup or retain", "qos = 2 dup", "!retain && id = 7 || reason >= 0x80", "reason = \"Not authorized\"",
        "time > 12.5 and time < 20s", "time >= 14:03:22.5", "time < 9:30", "state = open", "state=AWAIT_PUBREC",
        "sender != idle", "finding", "finding = FS-*", "severity >= warning", "payload contains \"on\"",
        "payload contains 0xCAFE", "size > 1000", "direction = c2s", "link in {1, 2}", "no >= 100",
        "exchange(type = PUBREC and reason >= 0x80)", "client contains press", "((a))", "judgement = illegal"})
    void thisIsAFilter(String text) {
        assertInstanceOf(Filter.Good.class, Filter.parse(text, ZoneOffset.UTC),
                () -> mistake(text).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "type =              |  6 | 0 | value for type",
        "type = PUBLSH       |  7 | 6 | none of",
        "typ = PUBLISH       |  0 | 3 | mean type?",
        "colour = red        |  0 | 6 | no field colour; there are type, client",
        "foo = 1             |  0 | 3 | no field foo; there are type, client",
        "x = 1               |  0 | 1 | no field x; there are",
        "tpye = PUBLISH      |  0 | 4 | mean type?",
        "judgment = lost     |  0 | 8 | mean judgement?",
        "payload = (a b)     | 10 | 1 | value for payload",
        "type in PUBLISH     |  8 | 7 | braces: {PUBLISH}",
        "topic ~ \"\"          |  8 | 2 | value for topic",
        "qos = 3             |  6 | 1 | from 0 to 2",
        "qos = two           |  6 | 3 | no number",
        "qos ~ 1             |  4 | 1 | cannot be compared with ~",
        "(type = PUBLISH     |  0 | 1 | not closed",
        "type = PUBLISH)     | 14 | 1 | cannot stand here",
        "topic = \"a         |  8 | 2 | not closed",
        "and dup             |  0 | 3 | cannot stand here",
        "dup and             |  7 | 0 | missing",
        "dup & retain        |  4 | 1 | &&",
        "type in {PUBACK     |  8 | 1 | not closed",
        "payload = 0xABC     | 10 | 5 | two hexadecimal digits",
        "time > soon         |  7 | 4 | no time",
        "time > 25:00        |  7 | 5 | no time",
        "reason = sorry      |  9 | 5 | Reason Code",
        "dup = perhaps       |  6 | 7 | neither true nor false",
        "state = sleeping    |  8 | 8 | COMPLETE",
        "state = waiting     |  8 | 7 | ABANDONED, IDLE, AWAIT_PUBACK, AWAIT_PUBREC, OWES_PUBREL, AWAIT_PUBCOMP, "
                + "AWAIT_ANSWER, OWES_PUBACK",
        "topic               |  5 | 0 | followed by one of",
        "topic ~ a/#/b       |  8 | 5 | no Topic Filter",
        "topic ~ a+          |  8 | 2 | no Topic Filter",
        "time in {1}         |  8 | 1 | cannot be compared"})
    void aMistakeIsSaidWithItsPlace(String text, int at, int length, String said) {
        Mistake mistake = mistake(text);
        assertEquals(at, mistake.at(), mistake::toString);
        assertEquals(length, mistake.length(), mistake::toString);
        assertTrue(mistake.message().text().contains(said), mistake.message()::text);
        assertFalse(mistake.message().text().contains("{0}"), mistake.message()::text);
    }

    /** A shell takes them, and words would be looked for with one at their end. */
    @Test
    void singleQuotationMarksAreNoneAndThatIsSaid() {
        Mistake mistake = mistake("client = 'a b'");
        assertEquals(9, mistake.at());
        assertEquals("A text stands in double quotation marks, not in '.", mistake.message().text());
        assertInstanceOf(Filter.Good.class, Filter.parse("client = press'4", ZoneOffset.UTC));
    }

    @Test
    void aLongTextIsReadAndNotRepeated() {
        check("topic ~ " + "+/".repeat(40_000) + "#");
        check("(".repeat(100_000) + "dup" + ")".repeat(100_000));
        String said = mistake("id = " + "9".repeat(100_000)).message().text();
        assertEquals("9".repeat(40) + "\u2026 is no number from 0 to 65535.", said);
    }

    @Property
    void anyTextIsAFilterOrAMistakeWithinIt(@ForAll String text) {
        check(text);
    }

    @Property(tries = 5000)
    void anyMixOfPiecesIsAFilterOrAMistakeWithinIt(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextInt(4) == 0 ? "" : " ");
        }
        check(text.toString());
    }

    /** What was read can be written, and reads as the same. */
    private static void check(String text) {
        switch (Filter.parse(text, ZoneOffset.UTC)) {
            case Filter.Good(Filter<Subject> filter) -> {
                String written = filter.toString();
                Filter<?> again = assertInstanceOf(Filter.Good.class,
                        Filter.parse(written, ZoneOffset.UTC), written).filter();
                assertEquals(written, again.toString());
                assertEquals(filter.changes(), again.changes());
            }
            case Filter.Bad(Mistake mistake) -> {
                assertTrue(mistake.at() >= 0 && mistake.length() >= 0
                        && mistake.at() + mistake.length() <= text.length(), mistake::toString);
                assertTrue(mistake.message().text().length() > 10);
            }
        }
    }

    private static Mistake mistake(String text) {
        return Filter.parse(text, ZoneOffset.UTC) instanceof Filter.Bad(Mistake mistake) ? mistake
                : new Mistake(-1, -1, null);
    }
}
