package dev.fourshake.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.delivery.TieLog;
import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.book.RuleBook;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A rule that is not shown what it does not want finds the same as if it were shown all packets of its types. */
class WantedPacketsTest {

    @Property(tries = 200)
    void whatIsNotWantedWouldChangeNothing(@ForAll long seed) {
        WildEvents events = new WildEvents(seed);
        WildEvents same = new WildEvents(seed);
        Ledger<CountedRows> asked = ledger();
        Ledger<CountedRows> shownAll = ledger();
        Fold asking = new Fold(asked, RuleBook.standard(asked.brokers));
        Fold showing = new Fold(shownAll, new RuleBook(
                RuleBook.standardRules(shownAll.brokers).stream().<Rule>map(ShownAll::new).toList()));
        for (int i = 0; i < 600; i++) {
            asking.append(events.next(), Ahead.NOTHING);
            showing.append(same.next(), Ahead.NOTHING);
        }
        assertEquals(lines(shownAll), lines(asked));
    }

    private static String lines(Ledger<?> ledger) {
        return ledger.findings.view().stream().map(finding -> finding.rule() + " " + finding.rows() + " "
                + finding.message().key()).collect(Collectors.joining("\n"));
    }

    private static Ledger<CountedRows> ledger() {
        return new Ledger<>(_ -> new CountedRows(), TieLog.forgetting());
    }

    /** Shows a rule all packets of the types of which it wants some. */
    private record ShownAll(Rule rule) implements Rule {

        private static final List<Set<Circumstance>> ALL = IntStream.range(0, 1 << Circumstance.values().length)
                .mapToObj(ShownAll::of).toList();

        private static Set<Circumstance> of(int bits) {
            Set<Circumstance> set = EnumSet.allOf(Circumstance.class);
            set.removeIf(each -> (bits >> each.ordinal() & 1) == 0);
            return set;
        }

        @Override
        public boolean wants(PacketType type, Set<Circumstance> circumstances) {
            return ALL.stream().anyMatch(some -> rule.wants(type, some));
        }

        @Override
        public void packet(Observation seen, FindingSink sink) {
            rule.packet(seen, sink);
        }

        @Override
        public void event(Observation seen, FindingSink sink) {
            rule.event(seen, sink);
        }

        @Override
        public void clock(long nowNanos, FindingSink sink) {
            rule.clock(nowNanos, sink);
        }
    }
}
