package dev.fourshake.ui.workbench.quick;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;

/**
 * Puts what was found in order: first what was chosen before for the same text, as Eclipse's previous choices, then the
 * better match. Where nothing is typed what was chosen last stands first. Views and commands are not told apart: who
 * types the whole name of a view means that view, and for who means a command of a like name it is the first from the
 * second time on. For one thread.
 */
final class QuickSearch {

    /** Texts, each with what was chosen for it; the newest last. Kept while the program runs. */
    private final SequencedMap<String, Name> choices = new LinkedHashMap<>();

    private record Name(String category, String label) {
        private static Name of(QuickEntry entry) {
            return new Name(entry.category(), entry.label());
        }
    }

    private record Hit(QuickEntry entry, int choice, int score) {
    }

    /** Those that have all letters of {@code typed}, the best first. */
    List<QuickEntry> find(String typed, List<QuickEntry> all) {
        List<Name> before = before(typed);
        return all.stream().flatMap(entry -> hit(typed, entry, before.lastIndexOf(Name.of(entry))).stream())
                .sorted(Comparator.comparingInt(Hit::choice).thenComparingInt(Hit::score).reversed())
                .map(Hit::entry).toList();
    }

    private static Optional<Hit> hit(String typed, QuickEntry entry, int choice) {
        OptionalInt score = FuzzyMatch.score(typed, entry.label());
        return score.isEmpty() ? Optional.empty()
                : Optional.of(new Hit(entry, choice, typed.isBlank() ? 0 : score.getAsInt()));
    }

    /** What was chosen for this text, for none whatever was chosen; the newest last. */
    private List<Name> before(String typed) {
        return typed.isBlank() ? List.copyOf(choices.sequencedValues())
                : Optional.ofNullable(choices.get(key(typed))).stream().toList();
    }

    /** Remembers what was chosen. */
    void chosen(String typed, QuickEntry entry) {
        choices.putLast(key(typed), Name.of(entry));
    }

    private static String key(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
