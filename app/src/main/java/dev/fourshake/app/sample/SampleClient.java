package dev.fourshake.app.sample;

import dev.fourshake.model.encode.PacketEncoder;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.packet.Pingresp;
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
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A client and its broker in a file: both do as they should. */
final class SampleClient {

    private static final long BROKER = (0x0A000001L << 16) + 1883;
    private static final int TOPICS = 10;
    private static final int FIN = 0x01;
    private static final int SYN = 0x02;

    private final PcapWriter out;
    private final Random random;
    private final String clientId;
    private final ProtocolVersion version;
    private long address;
    private int clientSequence;
    private int brokerSequence;
    private int packets;
    private int lastId;
    /** The topics that have a Topic Alias on this connection. */
    private final BitSet aliases = new BitSet(TOPICS);

    SampleClient(PcapWriter out, Random random, int number) {
        this.out = out;
        this.random = random;
        clientId = "device-" + number;
        version = number % 2 == 0 ? ProtocolVersion.MQTT_5 : ProtocolVersion.MQTT_3_1_1;
        address = (0x0A000100L + number << 16) + 20_000;
    }

    /** How many packets were written of it. */
    int packets() {
        return packets;
    }

    void connect() throws IOException {
        address++;
        clientSequence = random.nextInt();
        brokerSequence = random.nextInt();
        out.segment(address, BROKER, clientSequence++, 0, SYN, new byte[0]);
        out.segment(BROKER, address, brokerSequence++, clientSequence, SYN, new byte[0]);
        aliases.clear();
        send(new Connect("MQTT", version.level(), true, 60, properties(PropertyId.RECEIVE_MAXIMUM, 20), clientId,
                Optional.empty(), Optional.empty(), Optional.empty()));
        answer(new Connack(false, 0, properties(PropertyId.TOPIC_ALIAS_MAXIMUM, TOPICS)));
        lastId = 1;
        send(new Subscribe(lastId, Properties.NONE,
                List.of(new TopicSubscription("line/" + clientId + "/#", Qos.EXACTLY_ONCE, false, false, 0))));
        answer(new Suback(lastId, Properties.NONE, List.of(2)));
    }

    void disconnect() throws IOException {
        send(new Disconnect(0, Properties.NONE));
        out.segment(address, BROKER, clientSequence++, brokerSequence, FIN, new byte[0]);
        out.segment(BROKER, address, brokerSequence, clientSequence, FIN, new byte[0]);
    }

    /** A message to the broker, which sends it back to its subscriber, or now and then a ping. */
    void step() throws IOException {
        if (random.nextInt(100) == 0) {
            send(new Pingreq());
            answer(new Pingresp());
            return;
        }
        byte[] payload = new byte[20 + random.nextInt(200)];
        random.nextBytes(payload);
        lastId = lastId % 1000 + 1;
        Qos qos = Qos.ofLevel(random.nextInt(3));
        int topic = random.nextInt(TOPICS);
        boolean aliased = version.isMqtt5() && random.nextBoolean();
        Publish publish = new Publish(false, qos, random.nextInt(50) == 0, "line/" + clientId + "/value-" + topic,
                qos == Qos.AT_MOST_ONCE ? 0 : lastId, messageProperties(), Bytes.of(payload));
        exchange(aliased ? aliased(publish, topic) : publish, passedOn(publish));
    }

    /** As it comes to the subscriber: live, and not because it had been kept. */
    private static Publish passedOn(Publish publish) {
        return new Publish(false, publish.qos(), false, publish.topicName(), publish.packetId(), publish.properties(),
                publish.payload());
    }

    private void exchange(Publish toBroker, Publish toSubscriber) throws IOException {
        switch (toBroker.qos()) {
            case AT_MOST_ONCE -> send(toBroker);
            case AT_LEAST_ONCE -> {
                send(toBroker);
                answer(toSubscriber, new Puback(lastId, 0, Properties.NONE));
                send(new Puback(lastId, 0, Properties.NONE));
            }
            case EXACTLY_ONCE -> {
                send(toBroker);
                answer(new Pubrec(lastId, 0, Properties.NONE));
                send(new Pubrel(lastId, 0, Properties.NONE));
                answer(new Pubcomp(lastId, 0, Properties.NONE));
            }
        }
    }

    private Properties messageProperties() {
        if (!version.isMqtt5()) {
            return Properties.NONE;
        }
        Property expiry = Property.number(PropertyId.MESSAGE_EXPIRY_INTERVAL, 300);
        return random.nextInt(4) > 0 ? Properties.of(expiry)
                : Properties.of(expiry, Property.user("shift", "early"));
    }

    /** The message with its topic's alias, and after the first time without its topic. */
    private Publish aliased(Publish publish, int topic) {
        List<Property> properties = new ArrayList<>(publish.properties().entries());
        properties.add(Property.number(PropertyId.TOPIC_ALIAS, topic + 1));
        String name = aliases.get(topic) ? "" : publish.topicName();
        aliases.set(topic);
        return new Publish(false, publish.qos(), publish.retain(), name, publish.packetId(),
                new Properties(properties), publish.payload());
    }

    private Properties properties(PropertyId id, long value) {
        return version.isMqtt5() ? Properties.of(Property.number(id, value)) : Properties.NONE;
    }

    private void send(Packet... together) throws IOException {
        byte[] data = bytes(together);
        int cut = random.nextInt(10) == 0 ? data.length / 2 : data.length;
        for (int from = 0; from < data.length; from += cut) {
            byte[] part = Arrays.copyOfRange(data, from, Math.min(data.length, from + cut));
            out.segment(address, BROKER, clientSequence, brokerSequence, 0, part);
            if (random.nextInt(100) == 0) {
                out.segment(address, BROKER, clientSequence, brokerSequence, 0, part); // sent again
            }
            clientSequence += part.length;
        }
    }

    private void answer(Packet... together) throws IOException {
        byte[] data = bytes(together);
        out.segment(BROKER, address, brokerSequence, clientSequence, 0, data);
        brokerSequence += data.length;
    }

    private byte[] bytes(Packet... together) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Packet packet : together) {
            bytes.write(PacketEncoder.encode(packet, version).toArray());
            packets++;
        }
        return bytes.toByteArray();
    }
}
