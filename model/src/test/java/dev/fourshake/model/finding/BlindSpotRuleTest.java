package dev.fourshake.model.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkOpened;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlindSpotRuleTest {

    @Test
    void anEncryptedLinkIsNamedOnce() {
        assertEquals(List.of("FS-ENCRYPTED"), rules("16030100c8010000c40303", "160303007a0200007603"));
    }

    @Test
    void otherBytesAreOnlyOpaque() {
        assertEquals(List.of("FS-OPAQUE", "FS-OPAQUE"), rules("474554202f", "1602"));
    }

    private static List<String> rules(String fromClient, String fromBroker) {
        Trace trace = new Trace();
        trace.append(new LinkOpened(1, 0, "10.0.0.2:50000", "10.0.0.1:8883", true, true));
        trace.append(Frame.opaque(1, 1, Direction.CLIENT_TO_SERVER, Bytes.ofHex(fromClient)));
        trace.append(Frame.opaque(1, 2, Direction.SERVER_TO_CLIENT, Bytes.ofHex(fromBroker)));
        return trace.publish().findings().stream().map(Finding::rule).toList();
    }
}
