package dev.fourshake.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExchangeTranscriptTest {

    static final String FRESH = """
            -- open
            >> CONNECT clean expiry=300
            << CONNACK
            """;

    @ParameterizedTest
    @EnumSource(ProtocolVersion.class)
    void eachQosRunsToItsEnd(ProtocolVersion version) {
        TraceSnapshot now = Transcript.of(version, FRESH + """
                >> PUBLISH                | IDLE IDLE
                >> PUBLISH q1 id=1        | AWAIT_PUBACK OWES_PUBACK
                << PUBACK id=1            | IDLE IDLE
                >> PUBLISH q2 id=2        | AWAIT_PUBREC OWES_PUBREC
                << PUBREC id=2            | OWES_PUBREL AWAIT_PUBREL
                >> PUBREL id=2            | AWAIT_PUBCOMP OWES_PUBCOMP
                << PUBCOMP id=2           | IDLE IDLE
                << PUBLISH q2 id=2        | AWAIT_PUBREC OWES_PUBREC
                >> PUBREC id=2            | OWES_PUBREL AWAIT_PUBREL
                << PUBREL id=2            | AWAIT_PUBCOMP OWES_PUBCOMP
                >> PUBCOMP id=2           | IDLE IDLE
                >> PINGREQ                | AWAIT_ANSWER OWES_ANSWER
                << PINGRESP               | IDLE IDLE
                >> SUBSCRIBE id=3         | AWAIT_ANSWER OWES_ANSWER
                << SUBACK id=3            | IDLE IDLE
                >> UNSUBSCRIBE id=4       | AWAIT_ANSWER OWES_ANSWER
                << UNSUBACK id=4          | IDLE IDLE
                """);
        assertEquals(List.of(), now.findings());
        assertEquals(1, now.totals().exchanges().get(ExchangeKind.QOS_0).get(Outcome.COMPLETE));
        assertEquals(1, now.totals().exchanges().get(ExchangeKind.QOS_1).get(Outcome.COMPLETE));
        assertEquals(2, now.totals().exchanges().get(ExchangeKind.QOS_2).get(Outcome.COMPLETE));
    }

    static List<String> rules(TraceSnapshot now) {
        return now.findings().stream().map(Finding::rule).toList();
    }
}
