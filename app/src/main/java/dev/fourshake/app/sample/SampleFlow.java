package dev.fourshake.app.sample;

import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.packet.Pubcomp;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Pubrec;
import dev.fourshake.model.packet.Pubrel;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The messages of one direction of a session, with all that its sender and its receiver remember of them. What is in
 * the file was taken in by the other side at once; its answer comes later, and perhaps never.
 */
final class SampleFlow {

    /** What becomes of a message that is taken over. */
    @FunctionalInterface
    interface Receiver {
        void accept(Publish publish) throws IOException;
    }

    /** So many messages at most may be in flight. */
    static final int WINDOW = 20;
    private static final int MOST_WAITING = 50;
    private static final int MOST_ALIASES = 10;
    private static final int LAST_ID = 2_000;
    private static final int QUOTA_EXCEEDED = 0x97;

    private final Direction direction;
    private final ProtocolVersion version;
    private final Random random;
    private final Receiver receiver;
    /** The sender's, by their Packet Identifiers: null for one of which only PUBREL is left. */
    private final Map<Integer, Publish> inFlight = new LinkedHashMap<>();
    /** The receiver's, at QoS 2. */
    private final Set<Integer> received = new HashSet<>();
    private final Deque<Publish> waiting = new ArrayDeque<>();
    private final Map<String, Integer> aliases = new HashMap<>();
    private SampleLink link;
    private int lastId;

    SampleFlow(Direction direction, ProtocolVersion version, Random random, Receiver receiver) {
        this.direction = direction;
        this.version = version;
        this.random = random;
        this.receiver = receiver;
    }

    /** The sender has a message; at QoS 0 it is lost where there is no connection. */
    void publish(Publish publish) throws IOException {
        if (publish.qos() == Qos.AT_MOST_ONCE) {
            if (link != null) {
                send(publish, 0, false);
                receiver.accept(publish);
            }
        } else if (link == null || !waiting.isEmpty() || inFlight.size() == WINDOW) {
            // A client's application has no more to say as long as so much waits; a broker keeps all for its session.
            if (direction == Direction.SERVER_TO_CLIENT || waiting.size() < MOST_WAITING) {
                waiting.add(publish);
            }
        } else {
            begin(publish);
        }
    }

    private void begin(Publish publish) throws IOException {
        do {
            lastId = lastId % LAST_ID + 1;
        } while (inFlight.containsKey(lastId));
        inFlight.put(lastId, publish);
        transmit(lastId, publish, false);
    }

    private void transmit(int id, Publish publish, boolean again) throws IOException {
        send(publish, id, again);
        boolean refused = version.isMqtt5() && direction == Direction.CLIENT_TO_SERVER && !received.contains(id)
                && random.nextInt(500) == 0;
        int code = refused ? QUOTA_EXCEEDED : 0;
        if (publish.qos() == Qos.AT_LEAST_ONCE) {
            if (!refused) {
                receiver.accept(publish);
            }
            link.answer(direction, () -> {
                link.send(direction.opposite(), new Puback(id, code, Properties.NONE));
                done(id);
            });
            return;
        }
        if (!refused && received.add(id)) {
            receiver.accept(publish);
        }
        link.answer(direction, () -> {
            link.send(direction.opposite(), new Pubrec(id, code, Properties.NONE));
            if (refused) {
                done(id);
            } else {
                inFlight.put(id, null);
                link.answer(direction.opposite(), () -> release(id));
            }
        });
    }

    private void release(int id) throws IOException {
        link.send(direction, new Pubrel(id, 0, Properties.NONE));
        received.remove(id);
        link.answer(direction, () -> {
            link.send(direction.opposite(), new Pubcomp(id, 0, Properties.NONE));
            done(id);
        });
    }

    private void done(int id) throws IOException {
        inFlight.remove(id);
        while (!waiting.isEmpty() && inFlight.size() < WINDOW) {
            begin(waiting.remove());
        }
    }

    private void send(Publish publish, int id, boolean again) throws IOException {
        String topic = publish.topicName();
        Properties properties = publish.properties();
        if (version.isMqtt5() && random.nextInt(3) > 0) {
            Integer known = aliases.get(topic);
            if (known != null || aliases.size() < MOST_ALIASES) {
                aliases.putIfAbsent(topic, aliases.size() + 1);
                ArrayList<Property> more = new ArrayList<>(properties.entries());
                more.add(Property.number(PropertyId.TOPIC_ALIAS, aliases.get(topic)));
                properties = new Properties(more);
                topic = known == null ? topic : "";
            }
        }
        link.send(direction, new Publish(again, publish.qos(), publish.retain(), topic, id, properties,
                publish.payload()));
    }

    /**
     * There is a connection, and the sender may send.
     *
     * @param resumed whether both sides remember what was before
     */
    void connected(SampleLink on, boolean resumed) throws IOException {
        link = on;
        aliases.clear();
        if (!resumed) {
            inFlight.clear();
            received.clear();
        }
        for (Map.Entry<Integer, Publish> open : new ArrayList<>(inFlight.entrySet())) {
            if (open.getValue() == null) {
                release(open.getKey());
            } else {
                transmit(open.getKey(), open.getValue(), true);
            }
        }
        while (!waiting.isEmpty() && inFlight.size() < WINDOW) {
            begin(waiting.remove());
        }
    }

    /** @param kept whether what is in flight, and waits, is kept for the next connection */
    void disconnected(boolean kept) {
        link = null;
        if (!kept) {
            waiting.clear();
        }
    }
}
