package dev.fourshake.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Right peers, and a link that is cut at each step: the exchange goes on after the reconnect, and nobody is accused.
 */
class CutTest {

    /** How the last packet before the cut fared. */
    enum Cut {
        /** It was passed on, and got there. */
        ARRIVED,
        /** It was passed on, and the peer has not read it when the link died. */
        PASSED_AND_LOST,
        /** The tap dropped it. */
        DROPPED,
        /** The tap held it when the link died. */
        HELD
    }

    static List<Arguments> cuts() {
        List<Arguments> all = new ArrayList<>();
        for (ProtocolVersion version : ProtocolVersion.values()) {
            for (Direction direction : Direction.values()) {
                for (Cut cut : Cut.values()) {
                    IntStream.rangeClosed(1, 2).forEach(step ->
                            all.add(Arguments.of(version, direction, 1, step, cut)));
                    IntStream.rangeClosed(1, 4).forEach(step ->
                            all.add(Arguments.of(version, direction, 2, step, cut)));
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void theExchangeGoesOn(ProtocolVersion version, Direction direction, int qos, int steps, Cut cut) {
        StringBuilder text = new StringBuilder("""
                -- open
                >> CONNECT clean expiry=300
                << CONNACK
                -- close
                -- open
                >> CONNECT expiry=300
                << CONNACK present
                """);
        if (version == ProtocolVersion.MQTT_3_1) {
            text.setLength(0);
            text.append("-- open\n>> CONNECT\n<< CONNACK\n");
        }
        String sender = direction == Direction.CLIENT_TO_SERVER ? ">> " : "<< ";
        String receiver = direction == Direction.CLIENT_TO_SERVER ? "<< " : ">> ";
        String publish = "PUBLISH q" + qos + " id=7";
        List<String> packets = qos == 1 ? List.of(publish, "PUBACK id=7")
                : List.of(publish, "PUBREC id=7", "PUBREL id=7", "PUBCOMP id=7");
        for (int i = 0; i < steps; i++) {
            String fate = i < steps - 1 ? "" : switch (cut) {
                case ARRIVED, PASSED_AND_LOST -> "";
                case DROPPED -> "dropped ";
                case HELD -> "held=1 ";
            };
            text.append(i % 2 == 0 ? sender : receiver).append(fate).append(packets.get(i)).append('\n');
        }
        text.append("-- lost\n-- open\n>> CONNECT expiry=300\n<< CONNACK present\n");
        int arrived = cut == Cut.ARRIVED ? steps : steps - 1;
        if (arrived < packets.size()) {
            boolean taken = qos == 2 && arrived >= 2;
            List<String> again = new ArrayList<>(taken ? packets.subList(2, 4) : packets);
            if (!taken) {
                again.set(0, publish + " dup");
            }
            for (int i = 0; i < again.size(); i++) {
                text.append(i % 2 == 0 ? sender : receiver).append(again.get(i)).append('\n');
            }
        }
        TraceSnapshot now = Transcript.of(version, text.toString());
        List<Exchange> deliveries = IntStream.range(0, now.exchangeCount()).mapToObj(now::exchange)
                .filter(exchange -> exchange.kind().isDelivery()).toList();
        assertEquals(1, deliveries.size(), text.toString());
        assertEquals(Outcome.COMPLETE, deliveries.getFirst().outcome(), text.toString());
        assertEquals(direction, deliveries.getFirst().direction());
        assertEquals(7, deliveries.getFirst().packetId());
        assertTrue(now.findings().stream().noneMatch(finding -> finding.severity() == Severity.ERROR),
                now.findings() + "\n" + text);
        for (int row = 0; row < now.rowCount(); row++) {
            assertTrue(now.judgement(row).compareTo(Judgement.ILLEGAL) < 0, row + "\n" + text);
        }
    }
}
