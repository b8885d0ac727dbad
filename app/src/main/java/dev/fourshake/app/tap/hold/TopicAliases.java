package dev.fourshake.app.tap.hold;

import dev.fourshake.app.trace.WireClock;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the Topic Aliases of one direction of a link stand for (MQTT 5.0 section 3.3.2.3.4): what was set since its
 * packets are looked at, and what the trace has read from before. The trace may be behind, so it is asked again, for
 * its newer rows only, until it has surely read all that came before. On the link's event loop only.
 */
final class TopicAliases {

    /** How far back in the trace it is looked, which takes as long as hundreds of packets. */
    private static final int LOOK_BACK = 1 << 16;
    private static final int ALL = Integer.MAX_VALUE;
    /** Rows of different links may stand in another order than their times. */
    private static final long SLACK_NANOS = 1_000_000_000;
    private static final Meaning UNKNOWN = new Meaning("", 0);

    /** @param rows how many rows of the trace have been asked; {@link #ALL} where it cannot know better */
    private record Meaning(String topic, int rows) {
    }

    private final Supplier<TraceSnapshot> trace;
    private final int link;
    private final Direction direction;
    private final long sinceNanos = WireClock.now();
    private final Map<Long, Meaning> meanings = new HashMap<>();

    /** Packets are looked at from now on. */
    TopicAliases(Supplier<TraceSnapshot> trace, int link, Direction direction) {
        this.trace = trace;
        this.link = link;
        this.direction = direction;
    }

    void set(long alias, String topic) {
        meanings.put(alias, new Meaning(topic, ALL));
    }

    /** Empty where it stands for nothing that is known yet. */
    String topic(long alias) {
        Meaning meaning = meanings.getOrDefault(alias, UNKNOWN);
        if (meaning.rows() != ALL) {
            meaning = ask(alias, meaning);
            meanings.put(alias, meaning);
        }
        return meaning.topic();
    }

    private Meaning ask(long alias, Meaning before) {
        TraceSnapshot seen = trace.get();
        int rows = seen.rowCount();
        boolean hasReadAll = rows > 0 && seen.timeNanos(rows - 1) - sinceNanos > SLACK_NANOS;
        for (int row = rows - 1; row >= Math.max(before.rows(), rows - LOOK_BACK); row--) {
            if (seen.link(row) == link && seen.type(row) == PacketType.PUBLISH && seen.direction(row) == direction
                    && seen.packet(row).orElse(null) instanceof Publish publish && !publish.topicName().isEmpty()
                    && publish.properties().number(PropertyId.TOPIC_ALIAS).orElse(0) == alias) {
                return new Meaning(publish.topicName(), hasReadAll ? ALL : rows);
            }
        }
        return new Meaning(before.topic(), hasReadAll ? ALL : rows);
    }
}
