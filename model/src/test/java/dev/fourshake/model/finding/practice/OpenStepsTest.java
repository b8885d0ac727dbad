package dev.fourshake.model.finding.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.Sessions;
import dev.fourshake.model.wire.LinkOpened;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** It remembers what a map of the library does, whatever comes and goes, and removes what it is told to. */
class OpenStepsTest {

    private static final int EXCHANGES = 300;
    private static final int LINKS = 100;

    private record Step(int step, LinkState link, long since) {
    }

    private final Sessions sessions = new Sessions((_, _, _) -> { });
    private final List<LinkState> links = IntStream.rangeClosed(1, LINKS)
            .mapToObj(number -> sessions.open(new LinkOpened(number, 0, "", "", false, false), 0)).toList();

    @Property(tries = 100)
    void itIsAMap(@ForAll long seed) {
        Random random = new Random(seed);
        OpenSteps open = new OpenSteps();
        Map<Integer, Step> map = new HashMap<>();
        for (int i = 0; i < 2_000; i++) {
            int exchange = random.nextInt(EXCHANGES);
            LinkState link = links.get(random.nextInt(1 + random.nextInt(LINKS)));
            int now = i;
            switch (random.nextInt(20)) {
                case 0 -> {
                    open.removeAll(link);
                    map.values().removeIf(step -> step.link() == link);
                }
                case 1 -> {
                    open.restartAll(link, now);
                    map.replaceAll((_, step) -> step.link() == link ? new Step(step.step(), link, now) : step);
                }
                case 2, 3, 4, 5, 6, 7 -> {
                    open.remove(exchange);
                    map.remove(exchange);
                }
                default -> {
                    open.put(exchange, i, i, i, link);
                    map.put(exchange, new Step(i, link, i));
                }
            }
        }
        assertSame(map, open);
        open.removeIf(place -> open.exchange(place) % 3 == 0);
        map.keySet().removeIf(exchange -> exchange % 3 == 0);
        assertSame(map, open);
        links.forEach(open::removeAll);
        assertSame(Map.of(), open);
    }

    private static void assertSame(Map<Integer, Step> map, OpenSteps open) {
        assertEquals(map.isEmpty(), open.isEmpty());
        for (int exchange = 0; exchange < EXCHANGES; exchange++) {
            int place = open.find(exchange);
            assertEquals(map.get(exchange), place == OpenSteps.NONE ? null
                    : new Step(open.step(place), open.link(place), open.since(place)));
        }
    }
}
