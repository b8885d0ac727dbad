package dev.fourshake.model.finding.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OwedAnswersTest {

    /** As a list would do it, however many are owed and whichever is answered: in order, out of it, or not owed. */
    @Property(tries = 100)
    void theyAreKeptInTheirOrder(@ForAll long seed) {
        Random random = new Random(seed);
        OwedAnswers owed = new OwedAnswers();
        List<Integer> packetIds = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < 300; row++) {
            if (random.nextInt(5) < 3) {
                int packetId = 1 + random.nextInt(65_535);
                owed.owe(packetId, row);
                packetIds.add(packetId);
                rows.add(row);
            } else {
                int packetId = packetIds.isEmpty() || random.nextInt(8) == 0 ? 0
                        : packetIds.get(random.nextInt(3) == 0 ? random.nextInt(packetIds.size()) : 0);
                int at = packetIds.indexOf(packetId);
                assertEquals(at < 0 ? OwedAnswers.NONE : rows.get(at), owed.answer(packetId));
                if (at >= 0) {
                    packetIds.remove(at);
                    rows.remove(at);
                }
            }
            assertEquals(packetIds.isEmpty(), owed.isEmpty());
            if (!packetIds.isEmpty()) {
                assertEquals(packetIds.getFirst(), owed.oldestPacketId());
                assertEquals(rows.getFirst(), owed.oldestRow());
            }
        }
    }
}
