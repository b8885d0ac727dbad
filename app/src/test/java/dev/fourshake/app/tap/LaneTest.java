package dev.fourshake.app.tap;

import static dev.fourshake.app.tap.Packets.CONNECT;
import static dev.fourshake.app.tap.Packets.PINGREQ;
import static dev.fourshake.app.tap.Packets.publish;

import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.model.wire.PacketType;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeakWatch.class)
class LaneTest {

    @Test
    void aGateIsNotTakenAwayWhileItIsAtWork() throws Exception {
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            rig.tap.holds().breakpoints(List.of(
                    Breakpoint.on(PacketType.PUBLISH).then(new Reaction.Acknowledge(PacketType.PUBACK, 0))));
            device.send(CONNECT);
            broker.expect(CONNECT);
            TapLink link = rig.tap.links().findFirst().orElseThrow();
            CompletableFuture.runAsync(() -> {
                // The tap's breakpoints are others already, and the link goes by them only after this.
                rig.tap.holds().breakpoints(List.of());
                link.from(link.device()).received(Unpooled.wrappedBuffer(
                        HexFormat.of().parseHex((publish(1, 7) + "c0").replace(" ", ""))));
            }, link::execute).join();
            device.expect("40 02 00 07").send("00" + publish(1, 8));
            broker.expect(PINGREQ + publish(1, 8));
        }
    }
}
