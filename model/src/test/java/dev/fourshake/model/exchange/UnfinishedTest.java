package dev.fourshake.model.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.fourshake.model.wire.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnfinishedTest {

    /** More exchanges than fit into the largest block, most of them finished soon, some never. */
    @Test
    void whatIsOpenIsFoundAmongMany() {
        Random random = new Random(5);
        ExchangeLog log = new ExchangeLog();
        List<Integer> open = new ArrayList<>();
        int row = 0;
        for (int i = 0; i < 30_000; i++) {
            int id = log.begin(ExchangeKind.QOS_1, 0, 1, Direction.CLIENT_TO_SERVER, 1, 0, row++);
            if (random.nextInt(500) > 0) {
                open.add(id);
            }
            while (open.size() > 20) {
                log.finish(open.remove(random.nextInt(open.size())), row++, Outcome.COMPLETE);
            }
        }
        ExchangeLog view = log.view();
        for (int id : open) {
            log.finish(id, row++, Outcome.COMPLETE);
        }
        for (int at = 0; at < row; at += 997) {
            int then = at;
            assertArrayEquals(IntStream.range(0, view.count())
                    .filter(id -> view.firstRow(id) < then && view.finishedRow(id) >= then).toArray(),
                    view.openBefore(then));
        }
    }
}
