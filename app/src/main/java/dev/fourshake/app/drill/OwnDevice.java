package dev.fourshake.app.drill;

import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.app.client.ClientListener;
import dev.fourshake.app.client.ConnectOptions;
import dev.fourshake.app.client.DeviceClient;
import dev.fourshake.app.client.PayloadSource;
import dev.fourshake.app.client.PublishOptions;
import dev.fourshake.app.client.ReceivedMessage;
import dev.fourshake.app.client.SubscribeOptions;
import dev.fourshake.model.wire.Bytes;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The own client as the device: Eclipse Paho, which comes back at once when its connection is lost. */
final class OwnDevice implements DrillDevice {

    /** Long enough for any case; a session that is left behind all the same is gone soon. */
    private static final long SESSION_SECONDS = 600;
    private static final long PAUSE_MILLIS = 50;

    /** Makes Paho's client for the version of the case. */
    static final Maker MAKER = new Maker() {
        @Override
        public String title() {
            return "Eclipse Paho 1.2.5";
        }

        @Override
        public DrillDevice start(Mission mission) throws ClientFailure {
            return new OwnDevice(mission).begin();
        }
    };

    private final Mission mission;
    private final List<ReceivedMessage> received = new CopyOnWriteArrayList<>();
    private final Executor soon = CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS,
            task -> Thread.ofVirtual().name("drill-device").start(task));
    private volatile DeviceClient client;
    /** Counts the clients: what one hears that is forgotten does not count. */
    private volatile int life;
    /** Nothing but {@link #restart} brings it back. */
    private volatile boolean off;
    private volatile boolean closed;

    private OwnDevice(Mission mission) {
        this.mission = mission;
        client = newClient(false);
        off = mission.point().fault().restartsDevice();
    }

    private DeviceClient newClient(boolean cleanStart) {
        int own = life;
        ConnectOptions.Builder options = mission.credentials().applyTo(ConnectOptions
                .to(mission.address(), mission.point().version(), mission.clientId())
                .cleanStart(cleanStart).timeout(mission.patience()));
        if (mission.point().version().isMqtt5()) {
            options.sessionExpiry(SESSION_SECONDS);
        }
        return DeviceClient.of(options.build(), new ClientListener() {
            @Override
            public void messageArrived(ReceivedMessage message) {
                received.add(message);
            }

            @Override
            public void connectionLost(ClientFailure reason) {
                comeBack(own);
            }
        });
    }

    private OwnDevice begin() throws ClientFailure {
        try {
            client.connect().thenCompose(_ -> subscribe()).join();
            return this;
        } catch (CompletionException failure) {
            close();
            throw ClientFailure.in(failure);
        }
    }

    private CompletableFuture<List<Integer>> subscribe() {
        return mission.point().devicePublishes() ? CompletableFuture.completedFuture(List.of())
                : client.subscribe(SubscribeOptions.of(mission.topic(), mission.point().qos()))
                .orTimeout(mission.patience().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void comeBack(int own) {
        soon.execute(() -> {
            if (own == life && !off && !closed && !client.isConnected()) {
                client.connect(client.options().change().cleanStart(false).build()).exceptionally(_ -> {
                    comeBack(own);
                    return null;
                });
            }
        });
    }

    @Override
    public void publish(Bytes payload) {
        client.publish(PublishOptions.of(mission.topic(), new PayloadSource.Hex(payload.hex()),
                mission.point().qos()));
    }

    @Override
    public void restart() {
        if (mission.point().fault().keepsSession()) {
            off = false;
            comeBack(life);
            return;
        }
        DeviceClient before = client;
        int own = ++life;
        client = newClient(true);
        off = false;
        before.abort().join();
        before.close();
        beginAnew(own);
    }

    /** Connects with the options of the client that was made last, a clean start, until that succeeds. */
    private void beginAnew(int own) {
        DeviceClient mine = client;
        mine.connect().thenCompose(_ -> subscribe()).exceptionally(_ -> {
            soon.execute(() -> {
                if (own == life && !closed && !mine.isConnected()) {
                    beginAnew(own);
                }
            });
            return List.of();
        });
    }

    @Override
    public int received(Bytes payload) {
        return (int) received.stream().filter(message -> message.payload().equals(payload)).count();
    }

    @Override
    public void close() {
        closed = true;
        client.close();
    }
}
