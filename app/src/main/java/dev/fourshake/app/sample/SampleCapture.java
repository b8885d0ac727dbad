package dev.fourshake.app.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes a packet capture of made-up traffic as it is at a plant: devices that publish and monitors that subscribe,
 * MQTT 3.1.1 and 5, all QoS, sessions that go on, segments that are cut and sent again. All do as they should.
 */
public final class SampleCapture {

    private static final int PACKETS_A_CLIENT = 500;
    private static final int FEWEST_CLIENTS = 10;
    /** Clients connect one after the other within so many microseconds each. */
    private static final int CONNECTS_APART = 2_000;

    private SampleCapture() {
    }

    /** Arguments: the file to be written, and about how many MQTT packets there shall be in it. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    /** The same number of packets gives the same bytes. */
    public static void write(Path file, int packets) throws IOException {
        Random random = new Random(packets);
        Timeline timeline = new Timeline();
        SampleBroker broker = new SampleBroker(timeline);
        try (PcapWriter out = new PcapWriter(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int i = 0; i < Math.max(FEWEST_CLIENTS, packets / PACKETS_A_CLIENT); i++) {
                SampleClient client = new SampleClient(out, timeline, random, broker, i);
                timeline.in((long) i * CONNECTS_APART, client::connect);
            }
            while (out.packets() < packets) {
                timeline.step();
            }
        }
    }
}
