package dev.fourshake.model.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proposed while a filter is typed. */
class CompletionTest {

    private static final Vocabulary SEEN = field -> switch (field) {
        case "client" -> List.of("press-4", "line monitor");
        case "topic" -> List.of("press/4/state", "hall/3");
        case "finding" -> List.of("FS-CUT", "MQTT-3.3.1-1");
        default -> List.of();
    };

    /** The caret stands at the end; the proposals begin with these. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''                         | type,client,topic",
        "ty                         | type",
        "type                       | ''",
        "'type '                    | =,!=,in {",
        "type =                     | CONNECT,CONNACK",
        "type = pubr                | PUBREC,PUBREL",
        "type in {PUBACK, pub       | PUBLISH,PUBACK",
        "client = p                 | press-4",
        "client = mon               | \"line monitor\"",
        "topic ~                    | press/4/state,hall/3",
        "topic:ha                   | hall/3",
        "'type = PUBLISH '          | and,or",
        "type = PUBLISH and q       | qos",
        "finding = cut              | FS-CUT",
        "severity >= w              | warning",
        "'not '                     | type",
        "(st                        | state"})
    void theseComeFirst(String text, String proposals) {
        List<String> found = Completion.at(Language.PACKETS, text, text.length(), SEEN).stream().map(Proposal::text)
                .toList();
        List<String> wanted = proposals.isEmpty() ? List.of() : Arrays.asList(proposals.split(","));
        assertEquals(wanted, found.subList(0, Math.min(found.size(), wanted.size())), found::toString);
    }

    @Test
    void aProposalTakesThePlaceOfTheWordThatWasBegun() {
        Proposal proposal = Completion.at(Language.PACKETS, "type = PUBL and dup", 11, SEEN).getFirst();
        assertEquals("type = PUBLISH and dup", proposal.applyTo("type = PUBL and dup"));
        assertEquals(14, proposal.caret());
    }

    @Property
    void anyTextHasProposalsWithinIt(@ForAll String text) {
        for (Proposal proposal : Completion.at(Language.PACKETS, text, text.length(), SEEN)) {
            assertTrue(proposal.from() >= 0 && proposal.from() <= proposal.to() && proposal.to() <= text.length());
        }
    }
}
