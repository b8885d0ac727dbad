package dev.fourshake.model.diagram;

import static dev.fourshake.model.diagram.Traffic.again;
import static dev.fourshake.model.diagram.Traffic.puback;
import static dev.fourshake.model.diagram.Traffic.publish;
import static dev.fourshake.model.diagram.Traffic.pubcomp;
import static dev.fourshake.model.diagram.Traffic.pubrec;
import static dev.fourshake.model.diagram.Traffic.pubrel;

import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.packet.Pingresp;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkEnded.Ending;
import dev.fourshake.model.wire.ProtocolVersion;

/** A trace in which everything happens that a diagram can show. */
public final class Showcase {

    private Showcase() {
    }

    public static TraceSnapshot trace() {
        Traffic traffic = new Traffic(ProtocolVersion.MQTT_5);
        Direction up = Direction.CLIENT_TO_SERVER;
        Direction down = Direction.SERVER_TO_CLIENT;
        int press = traffic.connect("press-4");
        int panel = traffic.connect("line-panel-7");
        traffic.subscribe(panel, 1, "plant/#");
        traffic.up(press, publish(0, 0, "plant/press-4/temperature"))
                .down(panel, publish(0, 0, "plant/press-4/temperature"))
                .up(press, publish(1, 7, "plant/press-4/state")).down(press, puback(7));
        String batch = "plant/press-4/batch/2026-11-23/finished";
        traffic.up(press, publish(2, 8, batch)).down(panel, publish(2, 1, batch)).down(press, pubrec(8))
                .up(panel, pubrec(1)).up(press, pubrel(8)).down(press, pubcomp(8)).down(panel, pubrel(1))
                .up(panel, pubcomp(1));
        traffic.pause(4_200_000_000L).up(press, new Pingreq()).down(press, new Pingresp());
        traffic.frame(press, up, publish(2, 9, "plant/press-4/order"), Frame.Fate.DROPPED, 0).pause(1_500_000_000L)
                .end(press, Ending.RESET);
        int again = traffic.open();
        traffic.up(again, traffic.connectPacket("press-4", false))
                .down(again, new Connack(true, 0, Properties.NONE))
                .up(again, again(publish(2, 9, "plant/press-4/order"))).down(again, pubrec(9))
                .up(again, pubrel(11)).raw(again, up, "36 05 00 01 74 00 07")
                .frame(panel, down, publish(1, 2, "plant/press-4/state"), Frame.Fate.PASSED, 0)
                .frame(panel, down, publish(1, 2, "plant/press-4/state"), Frame.Fate.DUPLICATED, 0)
                .frame(panel, down, publish(1, 3, "plant/press-4/state"), Frame.Fate.INJECTED, 0)
                .up(panel, puback(2)).missed(again, 4_096, 12).end(panel, Ending.CLOSED);
        long hold = traffic.hold(again, up, pubrel(9));
        traffic.pause(3_200_000_000L).release(again, up, hold, Frame.Fate.PASSED);
        traffic.hold(again, down, pubcomp(9));
        traffic.up(again, publish(1, 10, "plant/press-4/state")).opaque(again, up, "ff ff ff ff ff");
        return traffic.snapshot();
    }
}
