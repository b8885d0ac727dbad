package dev.fourshake.app.drill;

import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.encode.PacketEncoder;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.packet.Pubcomp;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Pubrec;
import dev.fourshake.model.packet.Pubrel;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Framer;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A device on a bare socket, right or deliberately wrong in one point. It publishes one message at most. */
final class RawDevice implements DrillDevice {

    /** What it gets wrong. */
    enum Habit {
        RIGHT,
        /** Sends PUBLISH again when PUBREC has come. */
        PUBLISHES_AFTER_PUBREC,
        FORGETS_PUBREL,
        /** Hands over everything twice. */
        DELIVERS_TWICE,
        /** Sends another message under the Packet Identifier of the first one. */
        REUSES_IDENTIFIER,
        /** Is right, and takes its time before it sends PUBREL. */
        PONDERS
    }

    private static final int PACKET_ID = 77;
    private static final long SESSION_SECONDS = 600;
    private static final long PAUSE_MILLIS = 50;
    /** How long the slow one ponders. */
    static final Duration THOUGHT = Duration.ofMillis(2_500);

    private final Mission mission;
    private final Habit habit;
    private final ProtocolVersion version;
    private final List<Bytes> received = new ArrayList<>();

    /** Session: the message that is not acknowledged; null where there is none. */
    private Bytes outgoing;
    /** Session: PUBREC has come for it. */
    private boolean taken;
    /** Session: identifiers of messages that have come and are not released. */
    private final Set<Integer> incoming = new HashSet<>();
    /** Connection: it has done its wrong. */
    private boolean hasSinned;

    /** Counted down when it is connected, and subscribed where it is the subscriber. */
    private final CountDownLatch ready = new CountDownLatch(1);
    private Socket socket;
    private boolean off;
    /** Counts the restarts: what ran before one does not go on. */
    private int life;
    private boolean closed;

    private RawDevice(Mission mission, Habit habit) {
        this.mission = mission;
        this.habit = habit;
        version = mission.point().version();
        off = mission.point().fault().restartsDevice();
    }

    static Maker maker(Habit habit) {
        return new Maker() {
            @Override
            public String title() {
                return "raw, " + habit;
            }

            @Override
            public DrillDevice start(Mission mission) {
                return RawDevice.start(habit, mission);
            }
        };
    }

    /** One that has connected, if that was possible in the mission's patience. */
    static DrillDevice start(Habit habit, Mission mission) {
        RawDevice device = new RawDevice(mission, habit);
        device.connect(false);
        device.awaitReady();
        return device;
    }

    // ------------------------------------------------------------------ connections

    private void awaitReady() {
        try {
            ready.await(mission.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void connect(boolean cleanStart) {
        int own = life;
        Thread.ofVirtual().name("raw-device").start(() -> live(cleanStart, own));
    }

    private void live(boolean cleanStart, int own) {
        try (Socket mine = new Socket(mission.address().host(), mission.address().port())) {
            synchronized (this) {
                socket = mine;
                if (closed) {
                    return;
                }
                Properties properties = version.isMqtt5()
                        ? Properties.of(Property.number(PropertyId.SESSION_EXPIRY_INTERVAL, SESSION_SECONDS))
                        : Properties.NONE;
                send(new Connect(version.protocolName(), version.level(), cleanStart, 60, properties,
                        mission.clientId(), Optional.empty(), Optional.empty(), Optional.empty()));
            }
            read(mine);
        } catch (IOException _) {
            // Cut, or refused: it comes back.
        }
        synchronized (this) {
            if (own == life && !closed && !off) {
                pause();
                connect(false);
            }
        }
    }

    private void pause() {
        try {
            wait(PAUSE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Socket from) throws IOException {
        Framer framer = new Framer();
        framer.trust();
        byte[] buffer = new byte[4096];
        int count;
        while ((count = from.getInputStream().read(buffer)) >= 0) {
            framer.feed(Bytes.of(buffer, 0, count).alone(), new Framer.Sink() {
                @Override
                public void packet(Bytes raw) {
                    handle(Decoder.decode(raw, version, Direction.SERVER_TO_CLIENT).packet().orElseThrow());
                }

                @Override
                public void opaque(Bytes raw) {
                    throw new IllegalStateException(raw.toString());
                }
            });
        }
    }

    private void send(Packet packet) {
        try {
            if (socket != null) {
                socket.getOutputStream().write(PacketEncoder.encode(packet, version).toArray());
            }
        } catch (IOException _) {
            // The reader sees the end of the connection.
        }
    }

    // ------------------------------------------------------------------ the protocol

    private synchronized void handle(Packet packet) {
        switch (packet) {
            case Connack connack -> connected(connack);
            case Publish publish -> arrived(publish);
            case Suback _ -> ready.countDown();
            case Puback _ -> outgoing = null;
            case Pubrec _ -> recorded();
            case Pubrel pubrel -> {
                incoming.remove(pubrel.packetId());
                send(new Pubcomp(pubrel.packetId(), 0, Properties.NONE));
            }
            case Pubcomp _ -> {
                outgoing = null;
                taken = false;
            }
            default -> { }
        }
    }

    private void connected(Connack connack) {
        hasSinned = false;
        if (mission.point().devicePublishes()) {
            ready.countDown();
        }
        if (!connack.sessionPresent()) {
            forget();
            if (!mission.point().devicePublishes()) {
                send(new Subscribe(1, Properties.NONE, List.of(new TopicSubscription(mission.topic(),
                        mission.point().qos(), false, false, 0))));
            }
        } else if (outgoing != null && !taken) {
            send(publish(outgoing, true));
        } else if (outgoing != null) {
            release();
        }
    }

    private void forget() {
        outgoing = null;
        taken = false;
        incoming.clear();
    }

    private void arrived(Publish publish) {
        boolean isNew = publish.qos() != Qos.EXACTLY_ONCE || incoming.add(publish.packetId());
        if (isNew) {
            received.add(publish.payload());
            if (habit == Habit.DELIVERS_TWICE) {
                received.add(publish.payload());
            }
        }
        send(publish.qos() == Qos.EXACTLY_ONCE ? new Pubrec(publish.packetId(), 0, Properties.NONE)
                : new Puback(publish.packetId(), 0, Properties.NONE));
    }

    private void recorded() {
        if (habit == Habit.PUBLISHES_AFTER_PUBREC && !hasSinned) {
            hasSinned = true;
            send(publish(outgoing, true));
            return;
        }
        taken = true;
        if (habit == Habit.PONDERS) {
            CompletableFuture.delayedExecutor(THOUGHT.toMillis(), TimeUnit.MILLISECONDS).execute(this::release);
            return;
        }
        release();
    }

    private synchronized void release() {
        if (habit == Habit.REUSES_IDENTIFIER && !hasSinned) {
            hasSinned = true;
            send(publish(Bytes.of((byte) 'x'), false));
        }
        if (habit != Habit.FORGETS_PUBREL) {
            send(new Pubrel(PACKET_ID, 0, Properties.NONE));
        }
    }

    private Publish publish(Bytes payload, boolean dup) {
        return new Publish(dup, mission.point().qos(), false, mission.topic(), PACKET_ID, Properties.NONE, payload);
    }

    // ------------------------------------------------------------------ what it is told

    @Override
    public synchronized void publish(Bytes payload) {
        outgoing = payload;
        send(publish(payload, false));
    }

    @Override
    public synchronized void restart() {
        off = false;
        life++;
        if (!mission.point().fault().keepsSession()) {
            forget();
        }
        connect(!mission.point().fault().keepsSession());
    }

    @Override
    public synchronized int received(Bytes payload) {
        return (int) received.stream().filter(payload::equals).count();
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException _) {
            // It is closed all the same.
        }
    }
}
