package dev.fourshake.app.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;

/** Writes a packet capture of made-up traffic: MQTT 3.1.1 and 5, all QoS, connections that come and go. */
public final class SampleCapture {

    private static final int PACKETS_A_CLIENT = 1000;
    private static final int STEPS_A_CONNECTION = 400;

    private SampleCapture() {
    }

    /** Arguments: the file to be written, and about how many MQTT packets there shall be in it. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    /** The same number of packets gives the same bytes. */
    public static void write(Path file, int packets) throws IOException {
        Random random = new Random(packets);
        try (PcapWriter out = new PcapWriter(new BufferedOutputStream(Files.newOutputStream(file)))) {
            SampleClient[] clients = IntStream.range(0, 1 + packets / PACKETS_A_CLIENT)
                    .mapToObj(number -> new SampleClient(out, random, number)).toArray(SampleClient[]::new);
            for (SampleClient client : clients) {
                client.connect();
            }
            int left = packets;
            while (left > 0) {
                SampleClient client = clients[random.nextInt(clients.length)];
                int before = client.packets();
                if (random.nextInt(STEPS_A_CONNECTION) == 0) {
                    client.disconnect();
                    client.connect();
                } else {
                    client.step();
                }
                left -= client.packets() - before;
            }
        }
    }
}
