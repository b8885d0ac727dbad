package dev.fourshake.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.dissect.Field;
import dev.fourshake.model.filter.FieldCondition;
import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.filter.Mistake;
import dev.fourshake.model.filter.RowSubject;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.wire.ProtocolVersion;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filter for the value of a field. */
class FieldConditionTest {

    private static final TraceSnapshot TRACE = Transcript.of(ProtocolVersion.MQTT_5, """
            -- open
            >> CONNECT clean client=press-4
            << CONNACK rc=0x87
            >> PUBLISH q2 id=7 topic=press/4/state payload=on dup
            << PUBREC id=7
            << SUBACK id=8 rc=0x80
            """);

    /** Rows as users count them: 1 is the first line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2 | Control Packet Type | type = CONNECT",
        "2 | Client Identifier   | client = press-4",
        "2 | Keep Alive          | ''",
        "2 | Protocol Name       | ''",
        "3 | Connect Reason Code | reason = 0x87",
        "4 | Topic Name          | topic = press/4/state",
        "4 | QoS                 | qos = 2",
        "4 | DUP                 | dup = true",
        "4 | RETAIN              | retain = false",
        "4 | Packet Identifier   | id = 7",
        "4 | Payload             | payload = \"on\"",
        "4 | Remaining Length    | ''"})
    void asksForTheSameValue(int row, String name, String condition) {
        Field field = all(TRACE.dissect(row - 1).orElseThrow().fields()).filter(each -> each.name().equals(name))
                .findFirst().orElseThrow();
        assertEquals(condition, FieldCondition.of(new RowSubject(TRACE).at(row - 1), field, TRACE.raw(row - 1))
                .orElse(""));
    }

    @Property(tries = 300)
    void thePacketItselfPasses(@ForAll long seed) {
        WildEvents events = new WildEvents(seed);
        Trace trace = new Trace();
        for (int i = 0; i < 60; i++) {
            trace.append(events.next());
        }
        TraceSnapshot snapshot = trace.publish();
        RowSubject subject = new RowSubject(snapshot);
        for (int row = 0; row < snapshot.rowCount(); row++) {
            int held = snapshot.heldAt(row);
            int packet = held < 0 ? row : held;
            subject.at(row);
            for (Field field : snapshot.dissect(packet).map(found -> all(found.fields()).toList()).orElse(List.of())) {
                Optional<String> condition = FieldCondition.of(subject, field, snapshot.raw(packet));
                condition.ifPresent(text -> assertTrue(filter(text).matches(subject),
                        () -> text + " does not find " + subject.number() + " by " + field));
            }
        }
    }

    private static Stream<Field> all(List<Field> fields) {
        return fields.stream().flatMap(field -> Stream.concat(Stream.of(field), all(field.children())));
    }

    private static Filter<Subject> filter(String text) {
        return switch (Filter.parse(text, ZoneOffset.UTC)) {
            case Filter.Good(Filter<Subject> filter) -> filter;
            case Filter.Bad(Mistake mistake) -> throw new AssertionError(text + ": " + mistake);
        };
    }
}
