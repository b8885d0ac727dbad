package dev.fourshake.app.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.app.tcp.Peer;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.WireEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of the bytes of a packet that is found late. */
class MqttReaderTest {

    private static final Bytes CONNECT = Bytes.ofHex("100d00044d5154540402003c000161");
    /** The end of some packet and a PINGREQ: too little to be sure of while more may come. */
    private static final Bytes LITTLE = Bytes.ofHex("ffc000");

    private final List<WireEvent> events = new ArrayList<>();
    private final Wire wire = new Wire();
    private final MqttReader reader = new MqttReader(wire, 1, Peer.FIRST);

    /** Behind a hole a packet is found when enough has come after it, or at the end of all. */
    @Test
    void aPacketThatIsFoundBehindAHoleCameInTextIfItsBytesDid() {
        wire.into(events);
        reader.data(Peer.FIRST, CONNECT, true, 1);
        reader.lost(Peer.FIRST, 100, 2);
        reader.data(Peer.FIRST, LITTLE, true, 3);
        reader.lost(Peer.FIRST, 100, 4);
        reader.data(Peer.FIRST, LITTLE, true, 5);
        reader.end(Peer.FIRST, 6);
        assertEquals(List.of("100d true", "?ff true", "c000 true", "?ff true", "c000 true"), frames());
        events.clear();
        MqttReader binary = new MqttReader(wire, 1, Peer.FIRST);
        binary.data(Peer.FIRST, CONNECT, true, 1);
        binary.lost(Peer.FIRST, 100, 2);
        binary.data(Peer.FIRST, LITTLE, false, 3);
        binary.end(Peer.FIRST, 4);
        assertEquals(List.of("100d true", "?ff false", "c000 false"), frames());
    }

    private List<String> frames() {
        return events.stream().filter(Frame.class::isInstance).map(Frame.class::cast).map(frame ->
                (frame.opaque() ? "?" : "") + frame.raw().slice(0, Math.min(2, frame.raw().length())).hex() + " "
                        + frame.text()).toList();
    }
}
