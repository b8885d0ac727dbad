package dev.fourshake.app.importing;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.pcap.PcapngBytes;
import dev.fourshake.app.tcp.TcpScript;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.wire.Bytes;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is changed in a packet capture: it is read or refused, and a trace takes what was read. */
class DamagedFilePropertyTest {

    private static final String CONNECT = "100d00044d5154540402003c000161";

    @Property(tries = 2000)
    void isReadOrRefused(@ForAll long seed, @ForAll @IntRange(max = 40) int changes) throws IOException {
        Random random = new Random(seed);
        byte[] file = random.nextBoolean() ? pcap() : pcapng();
        for (int i = 0; i < changes; i++) {
            file[random.nextInt(file.length)] = (byte) (random.nextBoolean() ? random.nextInt() : 0xFF);
        }
        if (random.nextInt(4) == 0) {
            file = Arrays.copyOf(file, random.nextInt(file.length));
        }
        Path path = Files.createTempFile("damaged", ".pcap");
        try {
            Files.write(path, file);
            Trace trace = new Trace();
            Imported.of(path).events().forEach(trace::append);
            trace.publish();
        } catch (CaptureException _) {
            // It was refused.
        } finally {
            Files.delete(path);
        }
    }

    private static TcpScript traffic() {
        String request = "GET / HTTP/1.1\r\nUpgrade: websocket\r\nSec-WebSocket-Protocol: mqtt\r\n\r\n";
        String answer = "HTTP/1.1 101 \r\nUpgrade: websocket\r\n\r\n";
        TcpScript tcp = new TcpScript().handshake().client(0, CONNECT).broker(0, "20020000")
                .client(24, "340800016100097862").client(15, "300700016168656c6c").brokerAcknowledges(40);
        tcp.beside(50_001, 8080).handshake().client(0, request.getBytes(StandardCharsets.US_ASCII))
                .broker(0, Bytes.of(answer.getBytes(StandardCharsets.US_ASCII)).hex())
                .client(request.length(), "828f00000000" + CONNECT).broker(answer.length(), "820420020000");
        tcp.beside(50_002, 8883).handshake().client(0, "16030100050100000100");
        tcp.beside(50_003, 4711).client(7, "c000c000c000300400016178").broker(9, "8202d0008202d000");
        return tcp;
    }

    private static byte[] pcap() {
        return traffic().pcap();
    }

    private static byte[] pcapng() {
        PcapngBytes file = new PcapngBytes().section(ByteOrder.BIG_ENDIAN).link(101).link(1);
        traffic().packets().forEach(packet -> file.enhanced(1, packet.timeNanos() / 1000,
                TcpScript.ethernet(packet.ip())));
        return file.section(ByteOrder.LITTLE_ENDIAN).link(1).simple(60, TcpScript.ethernet(new byte[46])).array();
    }
}
