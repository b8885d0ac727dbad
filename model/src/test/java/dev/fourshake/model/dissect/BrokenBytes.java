package dev.fourshake.model.dissect;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the packets of {@code rules.txt} break, for tests that ask whether a statement has one. */
public final class BrokenBytes {

    private BrokenBytes() {
    }

    /** Identifiers of the broken statements, by the code of the version. */
    public static Map<String, Set<String>> rulesByVersion() throws IOException {
        Map<String, Set<String>> rules = new TreeMap<>();
        RuleTest.cases().forEach(given -> rules.computeIfAbsent(given.version().code(), _ -> new TreeSet<>())
                .add(given.rule()));
        return rules;
    }
}
