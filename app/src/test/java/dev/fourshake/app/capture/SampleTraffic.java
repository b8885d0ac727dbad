package dev.fourshake.app.capture;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.WireEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Traffic as a plant makes it: some devices that publish small JSON at QoS 0, 1 and 2, each packet acknowledged. */
public final class SampleTraffic {

    /** 2026-11-23T00:00Z. */
    public static final long START = 1_795_392_000_000_000_000L;
    /** 10,000 packets a second. */
    public static final long STEP = 100_000;

    private SampleTraffic() {
    }

    /** That many events, 100 µs apart; every link is opened, connected, and closed at the end. */
    public static List<WireEvent> events(int count, int links) {
        List<WireEvent> events = new ArrayList<>(count);
        long time = START;
        for (int link = 1; link <= links; link++) {
            events.add(new LinkOpened(link, time += STEP, "10.0.4." + link + ":50" + (100 + link), "127.0.0.1:1883",
                    false, false));
            events.add(frame(link, time += STEP, Direction.CLIENT_TO_SERVER, connect("press-" + link)));
            events.add(frame(link, time += STEP, Direction.SERVER_TO_CLIENT, new byte[] {0x20, 2, 0, 0}));
        }
        for (int i = 0; events.size() < count - links; i++) {
            int link = 1 + i % links;
            int id = 1 + i / links % 60_000;
            int qos = i / links % 3;
            String payload = "{\"t\":" + (START / 1_000_000 + i) + ",\"pressure\":" + (i * 7919 % 100_000) / 1000.0
                    + ",\"ok\":true}";
            events.add(frame(link, time += STEP, Direction.CLIENT_TO_SERVER,
                    publish("plant/hall-3/press-" + link + "/state", payload, qos, id)));
            int[] answers = switch (qos) {
                case 0 -> new int[0];
                case 1 -> new int[] {0x40};
                default -> new int[] {0x50, 0x62, 0x70};
            };
            for (int answer : answers) {
                events.add(frame(link, time += STEP,
                        answer == 0x62 ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT,
                        new byte[] {(byte) answer, 2, (byte) (id >> 8), (byte) id}));
            }
        }
        while (events.size() > count - links) {
            events.removeLast();
        }
        for (int link = 1; link <= links; link++) {
            events.add(new LinkEnded(link, time += STEP, LinkEnded.Party.CLIENT, LinkEnded.Ending.CLOSED, ""));
        }
        return events;
    }

    private static Frame frame(int link, long time, Direction direction, byte[] raw) {
        return Frame.passed(link, time, direction, Bytes.of(raw));
    }

    private static byte[] connect(String clientId) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, (byte) clientId.length()});
        body.writeBytes(clientId.getBytes(StandardCharsets.UTF_8));
        return packet(0x10, body);
    }

    private static byte[] publish(String topic, String payload, int qos, int id) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(topic.length() >> 8);
        body.write(topic.length());
        body.writeBytes(topic.getBytes(StandardCharsets.UTF_8));
        if (qos > 0) {
            body.write(id >> 8);
            body.write(id);
        }
        body.writeBytes(payload.getBytes(StandardCharsets.UTF_8));
        return packet(0x30 | qos << 1, body);
    }

    private static byte[] packet(int firstByte, ByteArrayOutputStream body) {
        byte[] raw = new byte[2 + body.size()];
        raw[0] = (byte) firstByte;
        raw[1] = (byte) body.size();
        System.arraycopy(body.toByteArray(), 0, raw, 2, body.size());
        return raw;
    }
}
