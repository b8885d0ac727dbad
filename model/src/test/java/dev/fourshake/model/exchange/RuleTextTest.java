package dev.fourshake.model.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each statement that an exchange can break has a sentence that says what happened, and one that says what to do. */
class RuleTextTest {

    @Test
    void eachRuleHasASentenceAndAdvice() {
        Set<String> rules = new TreeSet<>();
        for (ExchangeKind kind : ExchangeKind.values()) {
            collect(rules, StateTables.sender(kind));
            collect(rules, StateTables.receiver(kind));
        }
        for (ProtocolVersion version : ProtocolVersion.values()) {
            rules.addAll(List.of(Rules.noSuchPublish(version), Rules.unasked(version),
                    Rules.publishAfterPubrel(version)));
            for (Direction direction : Direction.values()) {
                rules.add(Rules.idInUse(direction, version));
                rules.add(Rules.forgotten(version, true, direction));
                rules.add(Rules.forgotten(version, false, direction));
            }
        }
        rules.add("MQTT-3.1.0-1");
        rules.add("MQTT-3.1.0-2");
        ResourceBundle sentences = ResourceBundle.getBundle("dev.fourshake.model.finding.messages", Locale.ENGLISH);
        Set<String> missing = new TreeSet<>();
        for (String rule : rules) {
            assertTrue(rule.startsWith("MQTT-"), rule);
            if (!sentences.containsKey(rule) || !sentences.containsKey(rule + ".advice")) {
                missing.add(rule);
            }
        }
        assertEquals(Set.of(), missing);
    }

    private static <S extends Enum<S>> void collect(Set<String> rules, StateTable<S> table) {
        for (S state : table.states()) {
            for (Event event : table.events()) {
                for (ProtocolVersion version : ProtocolVersion.values()) {
                    String rule = table.on(state, event).rule(version);
                    if (!rule.isEmpty()) {
                        rules.add(rule);
                    }
                }
            }
        }
    }
}
