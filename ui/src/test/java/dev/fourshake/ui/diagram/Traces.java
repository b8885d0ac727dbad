package dev.fourshake.ui.diagram;

import dev.fourshake.model.encode.PacketEncoder;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.packet.Pingresp;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.packet.Pubcomp;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Pubrec;
import dev.fourshake.model.packet.Pubrel;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Real traces, made of real bytes. */
public final class Traces {

    public static final Direction UP = Direction.CLIENT_TO_SERVER;
    public static final Direction DOWN = Direction.SERVER_TO_CLIENT;
    private static final ProtocolVersion VERSION = ProtocolVersion.MQTT_5;

    public final Trace trace = new Trace();
    private long time = 1_795_443_784_123_000_000L;
    private int links;
    private int packetIds;
    private long holds;

    public int connect(String client) {
        return connect(client, true);
    }

    public int connect(String client, boolean clean) {
        trace.append(new LinkOpened(++links, tick(), "10.0.0." + links + ":51234", "10.0.0.99:1883", false, false));
        send(links, UP, new Connect("MQTT", 5, clean, 60, Properties.NONE, client, Optional.empty(), Optional.empty(),
                Optional.empty()));
        send(links, DOWN, new Connack(!clean, 0, Properties.NONE));
        return links;
    }

    public Traces subscribe(int link, String filter) {
        send(link, UP, new Subscribe(1, Properties.NONE,
                List.of(new TopicSubscription(filter, Qos.EXACTLY_ONCE, false, false, 0))));
        return send(link, DOWN, new Suback(1, Properties.NONE, List.of(2)));
    }

    public Traces send(int link, Direction direction, Packet packet) {
        return send(link, direction, packet, Frame.Fate.PASSED, 0);
    }

    public Traces send(int link, Direction direction, Packet packet, Frame.Fate fate, long hold) {
        trace.append(new Frame(link, tick(), direction, PacketEncoder.encode(packet, VERSION), false, fate, hold));
        return this;
    }

    /** A delivery at QoS 2, and on its way the same message to a subscriber. */
    public Traces handshake(int from, int to, String topic) {
        int id = nextId();
        send(from, UP, publish(2, id, topic)).send(to, DOWN, publish(2, id, topic));
        send(from, DOWN, new Pubrec(id, 0, Properties.NONE)).send(to, UP, new Pubrec(id, 0, Properties.NONE));
        send(from, UP, new Pubrel(id, 0, Properties.NONE)).send(from, DOWN, new Pubcomp(id, 0, Properties.NONE));
        return send(to, DOWN, new Pubrel(id, 0, Properties.NONE)).send(to, UP, new Pubcomp(id, 0, Properties.NONE));
    }

    public static Publish publish(int qos, int id, String topic) {
        return new Publish(false, Qos.ofLevel(qos), qos == 1, topic, qos == 0 ? 0 : id, Properties.NONE,
                Bytes.of("21.5".getBytes(StandardCharsets.UTF_8)));
    }

    int nextId() {
        packetIds = packetIds % 65_535 + 1;
        return packetIds;
    }

    public long hold(int link, Direction direction, Packet packet) {
        send(link, direction, packet, Frame.Fate.HELD, ++holds);
        return holds;
    }

    public void release(int link, Direction direction, long hold) {
        trace.append(new FrameReleased(link, tick(), direction, hold, Frame.Fate.PASSED));
    }

    public Traces pause(long nanos) {
        time += nanos;
        return this;
    }

    public TraceSnapshot snapshot() {
        return trace.publish();
    }

    private long tick() {
        return time += 412_000 + (time >> 7) % 300_000;
    }

    /** All that a diagram can show. */
    public static TraceSnapshot showcase() {
        return showcaseTraces().snapshot();
    }

    public static Traces showcaseTraces() {
        Traces t = new Traces();
        int press = t.connect("press-4");
        int panel = t.connect("line-panel-7");
        t.subscribe(panel, "plant/#");
        t.send(press, UP, publish(0, 0, "plant/press-4/temperature"))
                .send(panel, DOWN, publish(0, 0, "plant/press-4/temperature"));
        t.send(press, UP, publish(1, 7, "plant/press-4/state")).send(press, DOWN, new Puback(7, 0, Properties.NONE));
        t.handshake(press, panel, "plant/press-4/batch/2026-11-23/finished");
        t.pause(4_200_000_000L).send(press, UP, new Pingreq()).send(press, DOWN, new Pingresp());
        Publish order = publish(2, 9, "plant/press-4/order");
        t.send(press, UP, order, Frame.Fate.DROPPED, 0).pause(1_500_000_000L);
        t.trace.append(new LinkEnded(press, t.tick(), LinkEnded.Party.CLIENT, LinkEnded.Ending.RESET, ""));
        int again = t.connect("press-4", false);
        t.send(again, UP, new Publish(true, order.qos(), false, order.topicName(), 9, Properties.NONE,
                order.payload())).send(again, DOWN, new Pubrec(9, 0, Properties.NONE));
        t.send(again, UP, new Pubrel(11, 0, Properties.NONE)).send(again, DOWN,
                new Pubcomp(11, 0x92, Properties.NONE));
        t.trace.append(Frame.passed(again, t.tick(), UP, Bytes.ofHex("36 05 00 01 74 00 07")));
        t.send(panel, DOWN, publish(1, 2, "plant/press-4/state"))
                .send(panel, DOWN, publish(1, 2, "plant/press-4/state"), Frame.Fate.DUPLICATED, 0)
                .send(panel, DOWN, publish(1, 3, "plant/press-4/state"), Frame.Fate.INJECTED, 0)
                .send(panel, UP, new Puback(2, 0, Properties.NONE));
        t.trace.append(new FramesMissed(again, t.tick(), UP, 4_096, 12));
        long hold = t.hold(again, UP, new Pubrel(9, 0, Properties.NONE));
        t.pause(3_200_000_000L).release(again, UP, hold);
        t.hold(again, DOWN, new Pubcomp(9, 0, Properties.NONE));
        t.send(again, UP, publish(1, 10, "plant/press-4/state"));
        t.trace.append(Frame.opaque(again, t.tick(), UP, Bytes.ofHex("ff ff ff ff ff")));
        return t;
    }

    /** Many rows of several devices; one row in {@code wrongEvery} is illegal. */
    public static Traces busy(int devices, int rows, int wrongEvery) {
        Traces t = new Traces();
        int panel = t.connect("line-panel-7");
        t.subscribe(panel, "plant/#");
        int[] links = new int[devices];
        for (int i = 0; i < devices; i++) {
            links[i] = t.connect("press-" + (i + 1));
        }
        int written = 5 + 3 * devices;
        for (int i = 0; written < rows; i++) {
            int link = links[i * 7 % devices];
            if (wrongEvery > 0 && written / wrongEvery != (written - 8) / wrongEvery) {
                t.send(link, UP, new Pubrel(60_000, 0, Properties.NONE));
                written++;
            }
            if (i % 3 == 0) {
                t.handshake(link, panel, "plant/press-" + link + "/batch");
                written += 8;
            } else {
                t.send(link, UP, publish(i % 2, t.nextId(), "plant/press-" + link + "/temperature"));
                written++;
                if (i % 2 == 1) {
                    t.send(link, DOWN, new Puback(t.packetIds, 0, Properties.NONE));
                    written++;
                }
            }
        }
        return t;
    }
}
