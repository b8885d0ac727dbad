package dev.fourshake.app.drill.judge;

import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.ReceiverState;
import dev.fourshake.model.exchange.Step;
import dev.fourshake.model.wire.PacketType;
import java.util.List;

/**
 * How often a right receiver hands a message on: each PUBLISH that gets to it at QoS 0 and 1, and at QoS 2 each that
 * finds its Packet Identifier unused (MQTT 5.0 section 4.3.3).
 */
final class WireCount {

    private WireCount() {
    }

    static int of(Reading reading, List<Exchange> carriers) {
        return carriers.stream().mapToInt(each -> of(reading, each)).sum();
    }

    private static int of(Reading reading, Exchange carrier) {
        int count = 0;
        ReceiverState before = ReceiverState.IDLE;
        for (Step step : carrier.steps()) {
            boolean isNew = carrier.kind() != ExchangeKind.QOS_2 || before == ReceiverState.IDLE;
            if (step.type() == PacketType.PUBLISH && reading.isArrival(step.row()) && isNew) {
                count++;
            }
            before = step.receiver();
        }
        return count;
    }
}
