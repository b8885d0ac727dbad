package dev.fourshake.app.sample;

import dev.fourshake.model.packet.Auth;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.packet.Pingresp;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.packet.Unsuback;
import dev.fourshake.model.packet.Unsubscribe;
import dev.fourshake.model.packet.Will;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A device that publishes, or a monitor that subscribes to the devices of its site, with what the broker keeps of it.
 * It connects, does as it should, loses its connection now and then, and comes back.
 */
final class SampleClient {

    private static final int SITE = 10;
    private static final int TOPICS = 8;
    private static final int KEEP_ALIVE = 60;
    private static final long SESSION_EXPIRY_SECONDS = 3_600;
    private static final int PAUSE_MICROS = 1_000_000;
    private static final String METHOD = "SCRAM-SHA-256";

    private final PcapWriter out;
    private final Timeline timeline;
    private final Random random;
    private final SampleBroker broker;
    private final int number;
    private final String site;
    private final boolean monitor;
    private final boolean persistent;
    private final boolean authenticated;
    private final String clientId;
    private final ProtocolVersion version;
    private final SampleFlow up;
    private final SampleFlow down;
    private final List<String> filters = new ArrayList<>();
    private long address;
    private SampleLink link;
    private boolean known;
    private int lastRequest = 3_000;

    SampleClient(PcapWriter out, Timeline timeline, Random random, SampleBroker broker, int number) {
        this.out = out;
        this.timeline = timeline;
        this.random = random;
        this.broker = broker;
        this.number = number;
        site = "site-" + number / SITE;
        monitor = number % SITE < 2;
        persistent = random.nextBoolean();
        clientId = (monitor ? "monitor-" : "device-") + number;
        version = number % 2 == 0 ? ProtocolVersion.MQTT_5 : ProtocolVersion.MQTT_3_1_1;
        authenticated = version.isMqtt5() && number % 16 == 4;
        address = (0x0A000100L + number << 16) + 20_000;
        up = new SampleFlow(Direction.CLIENT_TO_SERVER, version, random, broker::published);
        down = new SampleFlow(Direction.SERVER_TO_CLIENT, version, random, _ -> { });
    }

    // ------------------------------------------------------------------ connections

    void connect() throws IOException {
        address++;
        link = new SampleLink(out, timeline, random, version, address);
        List<Property> properties = new ArrayList<>();
        if (version.isMqtt5()) {
            properties.add(Property.number(PropertyId.RECEIVE_MAXIMUM, SampleFlow.WINDOW));
            properties.add(Property.number(PropertyId.TOPIC_ALIAS_MAXIMUM, 10));
            properties.add(Property.number(PropertyId.SESSION_EXPIRY_INTERVAL,
                    persistent ? SESSION_EXPIRY_SECONDS : 0));
        }
        if (authenticated) {
            properties.add(Property.text(PropertyId.AUTHENTICATION_METHOD, METHOD));
        }
        boolean named = number % 3 == 0;
        link.send(Direction.CLIENT_TO_SERVER, new Connect("MQTT", version.level(), !persistent, KEEP_ALIVE,
                new Properties(properties), clientId, Optional.of(will()),
                named ? Optional.of(clientId) : Optional.empty(),
                named ? Optional.of(text("secret")) : Optional.empty()));
        if (authenticated) {
            link.answer(Direction.CLIENT_TO_SERVER, () -> {
                link.send(Direction.SERVER_TO_CLIENT, auth("challenge"));
                link.answer(Direction.SERVER_TO_CLIENT, () -> {
                    link.send(Direction.CLIENT_TO_SERVER, auth("response"));
                    link.answer(Direction.CLIENT_TO_SERVER, this::accept);
                });
            });
        } else if (random.nextInt(50) == 0) {
            link.answer(Direction.CLIENT_TO_SERVER, this::refuse);
        } else {
            link.answer(Direction.CLIENT_TO_SERVER, this::accept);
        }
    }

    private Will will() {
        return new Will(topic(TOPICS), text("gone"), Qos.AT_LEAST_ONCE, false, Properties.NONE);
    }

    private static Auth auth(String data) {
        return new Auth(0x18, Properties.of(Property.text(PropertyId.AUTHENTICATION_METHOD, METHOD),
                Property.binary(PropertyId.AUTHENTICATION_DATA, text(data))));
    }

    private void refuse() throws IOException {
        link.send(Direction.SERVER_TO_CLIENT, new Connack(false, version.isMqtt5() ? 0x88 : 3, Properties.NONE));
        link.close();
        timeline.in(5L * PAUSE_MICROS, this::connect);
    }

    private void accept() throws IOException {
        boolean present = persistent && known;
        List<Property> properties = new ArrayList<>();
        if (version.isMqtt5()) {
            properties.add(Property.number(PropertyId.TOPIC_ALIAS_MAXIMUM, 10));
            properties.add(Property.number(PropertyId.RECEIVE_MAXIMUM, SampleFlow.WINDOW));
        }
        if (authenticated) {
            properties.add(Property.text(PropertyId.AUTHENTICATION_METHOD, METHOD));
        }
        link.send(Direction.SERVER_TO_CLIENT, new Connack(present, 0, new Properties(properties)));
        known = true;
        SampleLink on = link;
        link.answer(Direction.SERVER_TO_CLIENT, () -> {
            up.connected(on, present);
            down.connected(on, present);
            if (!present) {
                filters.clear();
                subscribe();
            }
            goOn(on);
        });
    }

    /** The client says good-bye, or its connection breaks, and then the broker sends its Will. */
    private void leave() throws IOException {
        SampleLink left = link;
        boolean polite = random.nextInt(3) == 0;
        if (polite) {
            left.send(Direction.CLIENT_TO_SERVER, new Disconnect(0, Properties.NONE));
            left.close();
        } else {
            left.reset();
        }
        up.disconnected(persistent);
        down.disconnected(persistent);
        if (!persistent) {
            filters.forEach(filter -> broker.unsubscribe(filter, down));
        }
        if (!polite) {
            Will will = will();
            broker.published(new Publish(false, will.qos(), false, will.topic(), 0, Properties.NONE, will.payload()));
        }
        timeline.in(PAUSE_MICROS + random.nextInt(4 * PAUSE_MICROS), this::connect);
    }

    // ------------------------------------------------------------------ what it does

    private void goOn(SampleLink on) {
        timeline.in(1 + random.nextInt(PAUSE_MICROS), () -> {
            if (link == on && on.isOpen()) {
                step();
                if (on.isOpen()) {
                    goOn(on);
                }
            }
        });
    }

    private void step() throws IOException {
        switch (random.nextInt(100)) {
            case 0 -> {
                publish(3);
                leave();
            }
            case 1, 2 -> {
                link.send(Direction.CLIENT_TO_SERVER, new Pingreq());
                link.answer(Direction.CLIENT_TO_SERVER,
                        () -> link.send(Direction.SERVER_TO_CLIENT, new Pingresp()));
            }
            case 3 -> {
                if (filters.isEmpty()) {
                    subscribe();
                } else {
                    unsubscribe();
                }
            }
            default -> publish(monitor ? random.nextInt(2) : 1 + random.nextInt(3));
        }
    }

    private void publish(int messages) throws IOException {
        for (int i = 0; i < messages; i++) {
            up.publish(message());
        }
    }

    private Publish message() {
        Qos qos = Qos.ofLevel(random.nextInt(3));
        int topic = random.nextInt(TOPICS);
        return new Publish(false, qos, random.nextInt(50) == 0, topic(topic), 0,
                version.isMqtt5() ? properties() : Properties.NONE, payload());
    }

    private String topic(int value) {
        return site + "/" + clientId + "/" + (value == TOPICS ? "status" : "value-" + value);
    }

    private Bytes payload() {
        byte[] payload = new byte[20 + random.nextInt(200)];
        random.nextBytes(payload);
        return Bytes.of(payload);
    }

    private Properties properties() {
        List<Property> properties = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            properties.add(Property.user("shift", "early"));
        }
        if (random.nextInt(4) == 0) {
            properties.add(Property.text(PropertyId.CONTENT_TYPE, "application/octet-stream"));
        }
        if (random.nextInt(10) == 0) {
            properties.add(Property.text(PropertyId.RESPONSE_TOPIC, site + "/" + clientId + "/answers"));
            properties.add(Property.binary(PropertyId.CORRELATION_DATA, text("order-" + number)));
        }
        return new Properties(properties);
    }

    private static Bytes text(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    // ------------------------------------------------------------------ subscriptions

    /** A monitor to some of what the devices of its site say, a device to what is said to it. */
    private void subscribe() throws IOException {
        Qos qos = Qos.ofLevel(random.nextInt(3));
        int identifier = version.isMqtt5() && random.nextBoolean() ? 1 + number % 100 : 0;
        List<String> wanted = monitor
                ? List.of(filter(0), filter(1), filter(2), filter(3), site + "/+/status")
                : List.of("commands/" + clientId);
        SampleLink on = link;
        int id = ++lastRequest;
        on.send(Direction.CLIENT_TO_SERVER, new Subscribe(id, identifier == 0 ? Properties.NONE
                : Properties.of(Property.number(PropertyId.SUBSCRIPTION_IDENTIFIER, identifier)), wanted.stream()
                        .map(filter -> new TopicSubscription(filter, qos, false, false, 0)).toList()));
        on.answer(Direction.CLIENT_TO_SERVER, () -> {
            filters.addAll(wanted);
            on.send(Direction.SERVER_TO_CLIENT, new Suback(id, Properties.NONE,
                    wanted.stream().map(_ -> qos.level()).toList()));
            for (String filter : wanted) {
                broker.subscribe(filter, down, version, qos, identifier);
                broker.sendRetained(filter, down);
            }
        });
    }

    private String filter(int value) {
        return site + "/+/value-" + (value + 2 * (number % SITE));
    }

    private void unsubscribe() throws IOException {
        SampleLink on = link;
        int id = ++lastRequest;
        List<String> ended = List.copyOf(filters);
        filters.clear();
        on.send(Direction.CLIENT_TO_SERVER, new Unsubscribe(id, Properties.NONE, ended));
        on.answer(Direction.CLIENT_TO_SERVER, () -> {
            ended.forEach(filter -> broker.unsubscribe(filter, down));
            on.send(Direction.SERVER_TO_CLIENT, new Unsuback(id, Properties.NONE,
                    version.isMqtt5() ? ended.stream().map(_ -> 0).toList() : List.of()));
        });
    }
}
