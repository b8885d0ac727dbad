package dev.fourshake.app.tcp;

import dev.fourshake.app.pcap.Bits;
import dev.fourshake.app.pcap.PcapBytes;
import dev.fourshake.model.wire.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * What travels on one TCP connection, packet by packet, for tests. Sequence numbers are those of the stream: byte 0 is
 * the first one behind the SYN. Each packet comes a millisecond after the one before it.
 */
public final class TcpScript {

    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int ACK = 0x10;

    public static final long START_NANOS = 1_700_000_000_000_000_000L;
    public static final long STEP_NANOS = 1_000_000;

    /** An IP packet. */
    public record Sent(long timeNanos, byte[] ip) {
    }

    private final List<Sent> sent;
    private final int[] ports;
    private int[] initial = {0x1000_0000, 0x2000_0000};
    private final long[] highest = new long[2];

    public TcpScript() {
        this(50_000, 1883);
    }

    public TcpScript(int clientPort, int brokerPort) {
        this(clientPort, brokerPort, new ArrayList<>());
    }

    private TcpScript(int clientPort, int brokerPort, List<Sent> sent) {
        ports = new int[] {clientPort, brokerPort};
        this.sent = sent;
    }

    /** Another connection, whose packets travel among those of this one. */
    public TcpScript beside(int clientPort, int brokerPort) {
        return new TcpScript(clientPort, brokerPort, sent);
    }

    /** The initial sequence numbers of client and broker. */
    public TcpScript initial(int client, int broker) {
        initial = new int[] {client, broker};
        highest[0] = 0;
        highest[1] = 0;
        return this;
    }

    public TcpScript handshake() {
        return client(SYN, -1, "").broker(SYN | ACK, -1, "").client(ACK, 0, "");
    }

    public TcpScript client(long at, String hex) {
        return client(ACK, at, hex);
    }

    public TcpScript broker(long at, String hex) {
        return broker(ACK, at, hex);
    }

    public TcpScript client(int flags, long at, String hex) {
        return add(0, flags, at, highest[1], Bytes.ofHex(hex).toArray());
    }

    public TcpScript broker(int flags, long at, String hex) {
        return add(1, flags, at, highest[0], Bytes.ofHex(hex).toArray());
    }

    /** The broker acknowledges the client's stream up to here. */
    public TcpScript brokerAcknowledges(long upTo) {
        return add(1, ACK, highest[1], upTo, new byte[0]);
    }

    /** The broker has sent all before this, which was not captured. */
    public TcpScript brokerIsAt(long at) {
        highest[1] = at;
        return this;
    }

    /** The broker acknowledges the client's stream up to here with bytes of its own. */
    public TcpScript brokerAnswers(long upTo, long at, String hex) {
        return add(1, ACK, at, upTo, Bytes.ofHex(hex).toArray());
    }

    public TcpScript client(long at, byte[] payload) {
        return add(0, ACK, at, highest[1], payload);
    }

    private TcpScript add(int side, int flags, long at, long acknowledged, byte[] payload) {
        byte[] tcp = Bits.big().u16(ports[side]).u16(ports[1 - side]).u32(initial[side] + 1 + at)
                .u32((flags & ACK) == 0 ? 0 : initial[1 - side] + 1 + acknowledged).u8(5 << 4).u8(flags).u16(64_240)
                .u32(0).bytes(payload).array();
        boolean ends = (flags & FIN) != 0;
        highest[side] = Math.max(highest[side], at + payload.length + (ends ? 1 : 0));
        byte[] ip = Bits.big().u8(0x45).u8(0).u16(20 + tcp.length).u16(0).u16(0x4000).u8(64).u8(6).u16(0)
                .u8(10).u8(0).u8(0).u8(side == 0 ? 2 : 1).u8(10).u8(0).u8(0).u8(side == 0 ? 1 : 2).bytes(tcp).array();
        sent.add(new Sent(START_NANOS + sent.size() * STEP_NANOS, ip));
        return this;
    }

    /** Lets two packets come in each other's place. */
    public TcpScript swap(int one, int other) {
        Sent first = sent.get(one);
        Sent second = sent.get(other);
        sent.set(one, new Sent(first.timeNanos(), second.ip()));
        sent.set(other, new Sent(second.timeNanos(), first.ip()));
        return this;
    }

    public List<Sent> packets() {
        return sent;
    }

    public static byte[] ethernet(byte[] ip) {
        return Bits.big().hex("020000000001 020000000002").u16((ip[0] & 0xF0) == 0x60 ? 0x86DD : 0x0800).bytes(ip)
                .array();
    }

    /** As a pcap file. */
    public byte[] pcap() {
        PcapBytes pcap = PcapBytes.usual();
        sent.forEach(packet -> pcap.packet(packet.timeNanos(), ethernet(packet.ip())));
        return pcap.array();
    }
}
