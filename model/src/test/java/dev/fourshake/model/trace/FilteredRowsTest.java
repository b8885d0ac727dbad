package dev.fourshake.model.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.filter.FilteredRows;
import dev.fourshake.model.filter.Mistake;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.wire.ProtocolVersion;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows of a trace a filter lets pass. */
class FilteredRowsTest {

    private static final String TRAFFIC = """
            -- open
            >> CONNECT clean client=press-4 expiry=300
            << CONNACK
            >> PUBLISH q2 id=7 topic=press/4/state
            << PUBREC id=7
            >> PUBREL id=7
            << PUBCOMP id=7
            >> PUBLISH q1 id=8 topic=press/4/parts
            << PUBACK id=8 rc=0x87
            -- wait 10
            >> PUBLISH q0 topic=hall/3
            -- open 2
            >> CONNECT clean client=monitor
            << CONNACK
            << PUBLISH q1 id=1 topic=press/4/state retain
            >> PUBCOMP id=9
            """;

    /** Rows as users count them: 1 is the first line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "type = PUBLISH                                | 4 8 10 14",
        "type in {CONNECT, CONNACK}                    | 2 3 12 13",
        "type = PUB* and not type = PUBLISH            | 5 6 7 9 15",
        "type != PUBLISH                               | 2 3 5 6 7 9 12 13 15",
        "client = press-4                              | 1 2 3 4 5 6 7 8 9 10",
        "client = press*                               | 1 2 3 4 5 6 7 8 9 10",
        "client != press-4                             | 11 12 13 14 15",
        "topic ~ press/+/state                         | 4 14",
        "topic contains PARTS                          | 8",
        "qos >= 1                                      | 4 8 14",
        "retain                                        | 14",
        "id = 7                                        | 4 5 6 7",
        "reason >= 0x80                                | 9",
        "reason = 'Not authorized'                     | 9",
        "time > 5                                      | 10 11 12 13 14 15",
        "time < 22:13:21                               | 1 2 3 4 5 6 7 8 9",
        "time >= 22:13:30                              | 10 11 12 13 14 15",
        "state = complete and qos = 2                  | 4",
        "state = rejected                              | 8 9",
        "state = open                                  | 14",
        "state = AWAIT_PUBREC                          | 4",
        "sender = OWES_PUBREL                          | 5",
        "finding                                       | 8 9 15",
        "finding = MQTT-*                              | 15",
        "severity >= error                             | 15",
        "judgement = illegal                           | 15",
        "direction = s2c and id = 7                    | 5 7",
        "link = 2 and type = CONNECT                   | 12",
        "no in {1, 15}                                 | 1 15",
        "exchange(type = PUBACK and reason >= 0x80)    | 8 9",
        "exchange(type = PUBREC) and type = PUBLISH    | 4",
        "monitor                                       | 11 12 13 14 15",
        "press parts                                   | 8",
        "puback or pubrec                              | 5 9",
        "size > 20 and type = CONNECT                  | 2 12"})
    void theseRowsPass(String filter, String rows) {
        TraceSnapshot trace = Transcript.of(ProtocolVersion.MQTT_5, TRAFFIC);
        FilteredRows passed = new FilteredRows(filter(filter.replace('\'', '"'))).extend(trace);
        List<Integer> numbers = IntStream.range(0, passed.size()).mapToObj(i -> passed.rows()[i] + 1).toList();
        assertEquals(Arrays.stream(rows.split(" ")).map(Integer::valueOf).toList(), numbers);
    }

    @Property(tries = 100)
    void asTheTraceGrowsTheRowsAreThoseOfTheWhole(@ForAll long seed) {
        for (String text : List.of("type = PUBLISH and qos > 0", "state = open", "finding", "payload contains \"a\"",
                "exchange(type = PUBREL)", "not dup or id = 1", "severity >= warning",
                "client = *", "not (client = a*)", "client != nobody", "press")) {
            WildEvents events = new WildEvents(seed);
            Trace trace = new Trace();
            FilteredRows growing = new FilteredRows(filter(text));
            for (int i = 0; i < 6; i++) {
                for (int event = 0; event < 25; event++) {
                    trace.append(events.next());
                }
                growing.extend(trace.publish());
            }
            FilteredRows whole = new FilteredRows(filter(text)).extend(trace.snapshot());
            FilteredRows opposite = new FilteredRows(filter("not (" + text + ")")).extend(trace.snapshot());
            assertArrayEquals(Arrays.copyOf(whole.rows(), whole.size()), Arrays.copyOf(growing.rows(), growing.size()));
            assertEquals(trace.snapshot().rowCount(), whole.size() + opposite.size());
        }
    }

    private static Filter<Subject> filter(String text) {
        return switch (Filter.parse(text, ZoneOffset.UTC)) {
            case Filter.Good(Filter<Subject> filter) -> filter;
            case Filter.Bad(Mistake mistake) -> throw new AssertionError(text + ": " + mistake);
        };
    }
}
