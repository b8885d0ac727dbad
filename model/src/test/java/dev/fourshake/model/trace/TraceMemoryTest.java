package dev.fourshake.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkEnded.Ending;
import dev.fourshake.model.wire.LinkEnded.Party;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;

/** What a trace says of the memory that it takes is near to what Java says of it. */
class TraceMemoryTest {

    private static final Direction UP = Direction.CLIENT_TO_SERVER;
    private static final Direction DOWN = Direction.SERVER_TO_CLIENT;

    /** Besides rows and findings the fold looks through the last messages, however few there are. */
    private static final long CONSTANT = 16L << 20;

    private static final int SHORT_ONES = 100;

    @Test
    void ofManyMessages() {
        compare(100_000, (trace, i) -> {
            int id = i % 60_000 + 1;
            frame(trace, 1, i, UP, "PUBLISH q2 id=" + id + " topic=line/1 payload=abcdefghijklmnopqrstuvwxyz");
            frame(trace, 1, i, DOWN, "PUBREC id=" + id);
            frame(trace, 1, i, UP, "PUBREL id=" + id);
            frame(trace, 1, i, DOWN, "PUBCOMP id=" + id);
        });
    }

    @Test
    void ofManyTopics() {
        compare(200_000, (trace, i) -> frame(trace, 1, i, UP, "PUBLISH topic=site/7/line/3/sensor/" + i));
    }

    @Test
    void ofManyFindings() {
        compare(100_000, (trace, i) -> frame(trace, 1, i, UP, "PUBLISH q1 id=0 topic=line/1"));
    }

    @Test
    void ofAStormOfReconnects() {
        compare(30_000, (trace, i) -> {
            int link = i + 2;
            trace.append(new LinkOpened(link, time(i), "10.1.2.3:" + i, "broker:1883", false, false));
            frame(trace, link, i, UP, "CONNECT clean client=press-" + i);
            frame(trace, link, i, DOWN, "CONNACK");
            trace.append(new LinkEnded(link, time(i), Party.CLIENT, Ending.RESET, ""));
        });
    }

    /** A drill keeps a trace of each of its cases. */
    @Test
    void ofFewRowsIsLittle() {
        long before = used();
        List<TraceSnapshot> kept = new ArrayList<>();
        for (int i = 0; i < SHORT_ONES; i++) {
            Trace trace = new Trace();
            trace.append(new LinkOpened(1, time(0), "10.1.2.3:1", "broker:1883", false, false));
            frame(trace, 1, 0, UP, "CONNECT clean client=press");
            frame(trace, 1, 0, DOWN, "CONNACK");
            frame(trace, 1, i, UP, "PUBLISH q1 id=1 topic=line/1 payload=abc");
            frame(trace, 1, i, DOWN, "PUBACK id=1");
            kept.add(trace.publish());
        }
        long each = (used() - before) / SHORT_ONES;
        assertTrue(each < 200_000, () -> each + " bytes each");
        assertEquals(SHORT_ONES * 5, kept.stream().mapToInt(TraceSnapshot::rowCount).sum());
    }

    private static void compare(int times, ObjIntConsumer<Trace> traffic) {
        long before = used();
        Trace trace = new Trace();
        trace.append(new LinkOpened(1, time(0), "10.1.2.3:1", "broker:1883", false, false));
        frame(trace, 1, 0, UP, "CONNECT clean client=press");
        frame(trace, 1, 0, DOWN, "CONNACK");
        for (int i = 0; i < times; i++) {
            traffic.accept(trace, i);
        }
        long taken = used() - before;
        long said = trace.memoryBytes();
        assertTrue(said + CONSTANT > taken * 2 / 3, () -> said + " said, " + taken + " taken");
        assertTrue(said < taken * 3 / 2 + CONSTANT, () -> said + " said, " + taken + " taken");
    }

    private static void frame(Trace trace, int link, int i, Direction direction, String packet) {
        trace.append(Frame.passed(link, time(i), direction,
                new Line(List.of(packet.split(" "))).bytes(ProtocolVersion.MQTT_5)));
    }

    private static long time(int i) {
        return Transcript.START + i * 1_000_000L;
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
