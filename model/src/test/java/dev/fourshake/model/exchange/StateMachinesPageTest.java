package dev.fourshake.model.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.wire.ProtocolVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/**
 * Draws {@code docs/state-machines.md} from the tables and sees that the page says what they say. To write it anew:
 * {@code mvn test -pl model -am -Dtest=StateMachinesPageTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dfourshake.docs.write=true}.
 */
class StateMachinesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "state-machines.md");

    private static final String INTRODUCTION = """
            # State machines of an exchange

            This page is drawn from the tables that the program itself goes by (`StateTables` in
            `dev.fourshake.model.exchange`); a test sees that it stays so. How the machines work together stands in the
            documentation of `StateTable`.

            In a cell stand the next state and, where it is not regular: *repeated* (allowed), or **illegal** with the
            statement that forbids it, of MQTT 3.1.1 / of MQTT 5.0. Where a machine's own side sends the event, an
            illegal cell accuses that side; where it gets the event, the other side. `…_AGAIN` is a packet sent once
            more with good cause: on a later connection, or because what it answers came once more. `PUBLISH_DUP` is a
            PUBLISH with DUP 1 on the connection on which it was sent before. `PUBREC_REFUSED` is a PUBREC with a
            Reason Code of 0x80 or more.
            """;

    @Test
    void thePageSaysWhatTheTablesSay() throws IOException {
        String page = page();
        if (Boolean.getBoolean("fourshake.docs.write")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(Files.readString(PAGE), page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        section(page, "QoS 0", ExchangeKind.QOS_0);
        section(page, "QoS 1", ExchangeKind.QOS_1);
        section(page, "QoS 2", ExchangeKind.QOS_2);
        section(page, "CONNECT, SUBSCRIBE, UNSUBSCRIBE, PINGREQ", ExchangeKind.SUBSCRIBE);
        return page.toString();
    }

    private static void section(StringBuilder page, String title, ExchangeKind kind) {
        page.append("\n## ").append(title).append('\n');
        machine(page, "Sender", StateTables.sender(kind), SenderState.IDLE);
        machine(page, "Receiver", StateTables.receiver(kind), ReceiverState.IDLE);
    }

    private static <S extends Enum<S>> void machine(StringBuilder page, String title, StateTable<S> table, S start) {
        page.append("\n### ").append(title).append("\n\n");
        picture(page, table, start);
        StringJoiner head = new StringJoiner(" | ", "| ", " |\n").add("event");
        StringJoiner rule = new StringJoiner(" | ", "| ", " |\n").add("---");
        for (S state : table.states()) {
            head.add("in " + state);
            rule.add("---");
        }
        page.append('\n').append(head).append(rule);
        for (Event event : table.events()) {
            StringJoiner row = new StringJoiner(" | ", "| ", " |\n").add(event.name());
            for (S state : table.states()) {
                row.add(cell(table.on(state, event)));
            }
            page.append(row);
        }
    }

    /** The regular ways only: what goes well. */
    private static <S extends Enum<S>> void picture(StringBuilder page, StateTable<S> table, S start) {
        page.append("```mermaid\nstateDiagram-v2\n    [*] --> ").append(start).append('\n');
        for (S state : table.states()) {
            Map<S, StringJoiner> ways = new LinkedHashMap<>();
            for (Event event : table.events()) {
                Transition<S> cell = table.on(state, event);
                if (cell.judgement() == Judgement.REGULAR && !event.name().endsWith("_AGAIN")) {
                    ways.computeIfAbsent(cell.next(), _ -> new StringJoiner(", ")).add(event.name());
                }
            }
            ways.forEach((next, events) -> page.append("    ").append(state).append(" --> ").append(next)
                    .append(" : ").append(events).append('\n'));
        }
        page.append("```\n");
    }

    private static String cell(Transition<?> cell) {
        String rule3 = cell.rule(ProtocolVersion.MQTT_3_1_1);
        String rule5 = cell.rule(ProtocolVersion.MQTT_5);
        String judgement = switch (cell.judgement()) {
            case REGULAR, LOST, MALFORMED -> "";
            case REPEATED -> rule5.isEmpty() ? ", *repeated*" : ", *repeated* / **illegal** " + rule5;
            case ILLEGAL -> ", **illegal** " + (rule3.equals(rule5) ? rule3 : rule3 + " / " + rule5);
        };
        return cell.next() + judgement;
    }
}
