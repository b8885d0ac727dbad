package dev.fourshake.model.finding.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** It remembers what a map of the library does, whatever comes and goes, and removes what it is told to. */
class OpenStepsTest {

    private static final int EXCHANGES = 300;

    @Property(tries = 100)
    void itIsAMap(@ForAll long seed) {
        Random random = new Random(seed);
        OpenSteps open = new OpenSteps();
        Map<Integer, Integer> map = new HashMap<>();
        for (int i = 0; i < 2_000; i++) {
            int exchange = random.nextInt(EXCHANGES);
            if (random.nextInt(5) < 3) {
                open.put(exchange, i, i, i, null);
                map.put(exchange, i);
            } else {
                open.remove(exchange);
                map.remove(exchange);
            }
        }
        assertSame(map, open);
        open.removeIf(place -> open.exchange(place) % 3 == 0);
        map.keySet().removeIf(exchange -> exchange % 3 == 0);
        assertSame(map, open);
    }

    private static void assertSame(Map<Integer, Integer> map, OpenSteps open) {
        assertEquals(map.isEmpty(), open.isEmpty());
        for (int exchange = 0; exchange < EXCHANGES; exchange++) {
            int place = open.find(exchange);
            assertEquals(map.get(exchange), place == OpenSteps.NONE ? null : Integer.valueOf(open.step(place)));
        }
    }
}
