package dev.fourshake.model.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matching by MQTT 5.0 section 4.7, with the examples of the specification. */
class TopicFilterTest {

    @ParameterizedTest
    @CsvSource({"sport/tennis/player1/#, sport/tennis/player1", "sport/tennis/player1/#, sport/tennis/player1/ranking",
            "sport/tennis/player1/#, sport/tennis/player1/score/wimbledon", "sport/#, sport", "#, a", "#, /a", "#, /",
            "sport/tennis/+, sport/tennis/player1", "sport/+, sport/", "+/+, /finance", "/+, /finance", "+, finance",
            "+/tennis/#, sport/tennis", "+/tennis/#, sport/tennis/a/b", "a/+/c, a//c", "$SYS/#, $SYS/broker/load",
            "$SYS/monitor/+, $SYS/monitor/Clients", "a/b, a/b", "/, /", "a b, a b", "+/#, a", "+/#, a/b"})
    void matches(String filter, String topicName) {
        assertTrue(TopicFilter.of(filter).matches(topicName));
    }

    @ParameterizedTest
    @CsvSource({"sport/tennis/+, sport/tennis/player1/ranking", "sport/+, sport", "+, /finance", "#, $SYS/broker",
            "+/monitor/Clients, $SYS/monitor/Clients", "+/#, $SYS/a", "a/b, a/B", "a/b, a/b/", "a/b, /a/b",
            "a/#, ab", "a/#, ab/c", "a/+/c, a/c", "a+, ab", "a#, ab", "#/a, b/a", "a/+, a/b/", "a/b/c, a/b"})
    void doesNotMatch(String filter, String topicName) {
        assertFalse(TopicFilter.of(filter).matches(topicName));
    }

    @Test
    void namesAreComparedAsTheyAreWritten() {
        assertFalse(TopicFilter.of("caf\u00E9").matches("cafe\u0301"), "composed and not composed are two names");
        assertTrue(TopicFilter.of("\uFEFFa/+").matches("\uFEFFa/b"));
        assertFalse(TopicFilter.of("a/+").matches("\uFEFFa/b"), "U+FEFF is a character as any other");
    }

    @Test
    void aSharedFilterMatchesByWhatStandsBehindTheShareName() {
        TopicFilter shared = TopicFilter.of("$share/workers/jobs/+");
        assertEquals(Optional.of("workers"), shared.shareName());
        assertTrue(shared.matches("jobs/7"));
        assertFalse(shared.matches("$share/workers/jobs/7"));
        assertEquals("$share/workers/jobs/+", shared.text());
        assertFalse(TopicFilter.of("$share/workers/#").matches("$SYS/uptime"));
    }

    @Test
    void whatOnlyLooksSharedIsAFilterAsAnyOther() {
        for (String text : new String[] {"$share/", "$share//a", "$share/g", "$shared/g/a"}) {
            assertFalse(TopicFilter.of(text).isShared(), text);
            assertTrue(TopicFilter.of(text).matches(text), text);
        }
    }

    @Test
    void anEmptyFilterOrNameMatchesNothingByWildcard() {
        assertFalse(TopicFilter.of("#").matches(""));
        assertFalse(TopicFilter.of("").matches("a"));
    }

    @Property
    void aFilterMatchesAsItsMeaningSaysLevelByLevel(
            @ForAll @StringLength(min = 1, max = 6) @CharRange(from = 'a', to = 'b')
            @Chars({'/', '+', '#'}) String filter,
            @ForAll @StringLength(min = 1, max = 6) @CharRange(from = 'a', to = 'b') @Chars('/') String name) {
        assertEquals(meant(filter.split("/", -1), 0, name.split("/", -1), 0), TopicFilter.of(filter).matches(name));
    }

    /** The plain definition, level by level. */
    private static boolean meant(String[] filter, int i, String[] name, int j) {
        if (i == filter.length) {
            return j == name.length;
        }
        if (filter[i].equals("#") && i == filter.length - 1) {
            return true;
        }
        return j < name.length && (filter[i].equals("+") || filter[i].equals(name[j]))
                && meant(filter, i + 1, name, j + 1);
    }
}
