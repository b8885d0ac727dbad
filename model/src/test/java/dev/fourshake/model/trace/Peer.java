package dev.fourshake.model.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A client or a broker that keeps to the specification at QoS 1 and 2, as sender and as receiver. It speaks the
 * language of {@link Transcript} lines.
 */
final class Peer {

    /** A message in flight. */
    private record InFlight(int qos, int payload, boolean taken) {
    }

    final Deque<String> outbox = new ArrayDeque<>();
    final Deque<String> inbox = new ArrayDeque<>();
    private final Random random;
    private final boolean mqtt5;
    private final Map<Integer, InFlight> inFlight = new LinkedHashMap<>();
    private final Set<Integer> awaitingPubrel = new TreeSet<>();
    private int nextId = 1;
    private int published;

    Peer(Random random, boolean mqtt5) {
        this.random = random;
        this.mqtt5 = mqtt5;
    }

    /** Publishes a new message, if an identifier is free. */
    void publish() {
        for (int tries = 0; tries < 4; tries++) {
            int id = nextId;
            nextId = nextId % 4 + 1;
            if (!inFlight.containsKey(id)) {
                inFlight.put(id, new InFlight(1 + random.nextInt(2), published++, false));
                outbox.add(publish(id, ""));
                return;
            }
        }
    }

    private String publish(int id, String dup) {
        InFlight message = inFlight.get(id);
        return "PUBLISH q" + message.qos() + " id=" + id + " payload=" + message.payload() + dup;
    }

    /** Sends again what is unacknowledged: after a reconnect, or before MQTT 5 when it gets impatient. */
    void sendAgain() {
        for (int id : List.copyOf(inFlight.keySet())) {
            outbox.add(inFlight.get(id).taken() ? "PUBREL id=" + id : publish(id, " dup"));
        }
    }

    /** The connection is gone, and all that was on its way. */
    void disconnected() {
        outbox.clear();
        inbox.clear();
    }

    void forget() {
        inFlight.clear();
        awaitingPubrel.clear();
    }

    /** Reads the next packet and answers it. */
    void read() {
        String[] words = inbox.poll().split(" ");
        List<String> line = new ArrayList<>(List.of(words));
        int id = Integer.parseInt(line.stream().filter(word -> word.startsWith("id=")).findFirst().orElseThrow()
                .substring(3));
        boolean refused = line.contains("rc=0x87");
        switch (line.getFirst()) {
            case "PUBLISH" -> answer(line.contains("q2"), id);
            case "PUBACK" -> inFlight.computeIfPresent(id, (_, message) -> message.qos() == 1 ? null : message);
            case "PUBREC" -> recorded(id, refused);
            case "PUBREL" -> {
                awaitingPubrel.remove(id);
                outbox.add("PUBCOMP id=" + id);
            }
            case "PUBCOMP" -> inFlight.computeIfPresent(id, (_, message) -> message.taken() ? null : message);
            default -> throw new IllegalStateException(line.toString());
        }
    }

    private void answer(boolean exactlyOnce, int id) {
        String refusal = mqtt5 && !awaitingPubrel.contains(id) && random.nextInt(10) == 0 ? " rc=0x87" : "";
        if (exactlyOnce && refusal.isEmpty()) {
            awaitingPubrel.add(id);
        }
        outbox.add((exactlyOnce ? "PUBREC" : "PUBACK") + " id=" + id + refusal);
    }

    private void recorded(int id, boolean refused) {
        InFlight message = inFlight.get(id);
        if (message == null || message.qos() != 2) {
            return;
        }
        if (refused && !message.taken()) {
            inFlight.remove(id);
        } else if (!refused) {
            inFlight.put(id, new InFlight(2, message.payload(), true));
            outbox.add("PUBREL id=" + id);
        }
    }
}
