package dev.fourshake.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class InspectionTest {

    @Property(tries = 100)
    void itFindsWhatATraceFinds(@ForAll long seed) {
        WildEvents events = new WildEvents(seed);
        WildEvents same = new WildEvents(seed);
        Trace trace = new Trace();
        Inspection inspection = new Inspection();
        for (int i = 0; i < 400; i++) {
            trace.append(events.next());
            inspection.append(same.next());
        }
        assertEquals(trace.publish().summary(), inspection.summary());
    }
}
