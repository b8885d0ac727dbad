package dev.fourshake.model.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A language of other things than packets. */
class LanguageTest {

    private enum Colour { RED, DARK_RED, BLUE }

    private record Thing(String name, String maker, Colour colour, long parts, long bytes, long nanos, Instant made) {
    }

    private static final Language<Thing> THINGS = Language.<Thing>ofTexts(thing -> List.of(thing.name(), thing.maker()))
            .text("name", Thing::name).text("maker", Thing::maker).name("colour", Colour.class, Thing::colour)
            .number("parts", Thing::parts).bytes("size", Thing::bytes).duration("duration", Thing::nanos)
            .moment("time", thing -> thing.made().getEpochSecond() * 1_000_000_000L);

    private static final List<Thing> ALL = List.of(
            new Thing("a", "Hall Works", Colour.RED, 3, 900_000, 59_000_000_000L,
                    Instant.parse("2026-11-27T14:03:22Z")),
            new Thing("b 1", "", Colour.DARK_RED, 4, 2_500_000, 60_000_000_000L, Instant.parse("2026-11-27T23:59:59Z")),
            new Thing("b 2", "hall", Colour.BLUE, -1, 0, -1, Instant.parse("2026-11-28T14:04:00Z")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "b                             | b 1,b 2",
        "HALL                          | a,b 2",
        "hall not works                | b 2",
        "name = b*                     | b 1,b 2",
        "name = 'b 1'                  | b 1",
        "maker contains HALL           | a,b 2",
        "maker != hall                 | a",
        "not maker = hall              | a,b 1",
        "colour = red                  | a",
        "colour = *red                 | a,b 1",
        "colour in {red, blue}         | a,b 2",
        "parts > 3                     | b 1",
        "parts != 3                    | b 1",
        "size >= 2.5MB                 | b 1",
        "size < 900.001kB              | a,b 2",
        "size = 0                      | b 2",
        "size < 99999999999999TB       | a,b 1,b 2",
        "duration < 1min               | a",
        "duration >= 60                | b 1",
        "duration > 1h or parts:3      | a",
        "time = 2026-11-27             | a,b 1",
        "time > 2026-11-27             | b 2",
        "time <= 2026-11-27            | a,b 1",
        "time != 2026-11-27            | b 2",
        "time >= 2026-11-27T14:04      | b 1,b 2",
        "time = 2026-11-27T14:03       | a",
        "time = 2026-11-27T14:03:21    | ''",
        "time = 14:03                  | a",
        "time > 14:03                  | b 1,b 2",
        "time < 14:03:23               | a",
        "time:2026-11-28               | b 2"})
    void thesePass(String text, String names) {
        Filter<Thing> filter = switch (Filter.parse(THINGS, text.replace('\'', '"'), ZoneOffset.UTC)) {
            case Filter.Good(Filter<Thing> good) -> good;
            case Filter.Bad(Mistake mistake) -> throw new AssertionError(mistake.message().text());
        };
        assertEquals(names.isEmpty() ? List.of() : Arrays.asList(names.split(",")),
                ALL.stream().filter(filter::matches).map(Thing::name).toList());
        assertFalse(filter.changes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "topic = press        |  0 | 5 | no field topic; there are name, maker",
        "sise > 1             |  0 | 4 | mean size?",
        "colour = green       |  9 | 5 | RED, DARK_RED, BLUE",
        "size > 2 * 2         |  0 | 0 | ''",
        "size > 2MiB          |  7 | 4 | is no size",
        "duration > soon      | 11 | 4 | is no duration",
        "time > 2026-13-01    |  7 | 10 | is no time",
        "time > 25:00         |  7 | 5 | is no time",
        "name > a             |  5 | 1 | cannot be compared with >",
        "parts = many         |  8 | 4 | no whole number",
        "name                 |  4 | 0 | followed by one of",
        "exchange(name = a)   |  9 | 0 | ''",
        "and a                |  0 | 3 | a field (name, maker, colour …)"})
    void aMistakeIsSaidInTheWordsOfTheLanguage(String text, int at, int length, String said) {
        switch (Filter.parse(THINGS, text, ZoneOffset.UTC)) {
            case Filter.Good<Thing> _ -> assertTrue(said.isEmpty(), text);
            case Filter.Bad(Mistake mistake) -> {
                assertEquals(List.of(at, length), List.of(mistake.at(), mistake.length()), mistake::toString);
                assertTrue(mistake.message().text().contains(said), mistake.message()::text);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''                | name,maker,colour",
        "col               | colour",
        "'colour '         | =,!=,in {",
        "colour = d        | dark_red,red",
        "time >            | 2026-11-28,2026-11-27",
        "name = b          | \"b 1\"",
        "exch              | ''"})
    void theFieldsAndValuesOfTheLanguageAreProposed(String text, String proposals) {
        Vocabulary seen = field -> switch (field) {
            case "time" -> List.of("2026-11-28", "2026-11-27");
            case "name" -> List.of("a", "b 1");
            default -> List.of();
        };
        List<String> found = Completion.at(THINGS, text, text.length(), seen).stream().map(Proposal::text).toList();
        List<String> wanted = proposals.isEmpty() ? List.of() : Arrays.asList(proposals.split(","));
        assertEquals(wanted, found.subList(0, Math.min(found.size(), wanted.size())), found::toString);
    }

    @Property
    void anyValueIsReadOrRefused(@ForAll String value) {
        for (String field : THINGS.fields().toList()) {
            Filter.parse(THINGS, field + " = " + Node.quoted(value), ZoneOffset.UTC);
        }
    }
}
