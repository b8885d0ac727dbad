package dev.fourshake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class DrillProgressTest {

    private final StringWriter said = new StringWriter();
    private final PrintWriter err = new PrintWriter(said);
    private final DrillProgress progress = new DrillProgress(err);

    /** As with Ctrl-C: else the sentence behind it would stand on the line of the case. */
    @Test
    void whatIsSaidBehindACaseThatWasGivenUpBeginsALine() {
        FaultPoint point = new FaultPoint(ProtocolVersion.MQTT_5, Qos.AT_LEAST_ONCE, Direction.CLIENT_TO_SERVER,
                PacketType.PUBLISH, Fault.LOST);
        progress.begun(1, 2, point);
        progress.finishLine();
        progress.finishLine();
        err.print("fourshake: stopped");
        err.flush();
        assertEquals("[1/2] " + point.title().text() + " … %nfourshake: stopped".formatted(), said.toString());
    }
}
