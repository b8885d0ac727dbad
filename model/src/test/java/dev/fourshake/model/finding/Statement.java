package dev.fourshake.model.finding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A row of {@code statements.tsv}; what its columns mean stands in the head of that file. */
record Statement(String id, String version, String who, Judged judged, String by, String meaning) {

    enum Judged { BYTES, TABLES, RULE, SAME, UNSEEN }

    static final String OWN = "any";

    static List<Statement> all() throws IOException {
        try (InputStream table = Words.class.getResourceAsStream("statements.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).map(Statement::parse).toList();
        }
    }

    private static Statement parse(String line) {
        String[] column = line.split("\t", -1);
        if (column.length != 6) {
            throw new IllegalArgumentException(line);
        }
        return new Statement(column[0], column[1], column[2],
                Judged.valueOf(column[3].toUpperCase(Locale.ROOT)), column[4], column[5]);
    }

    boolean isOwn() {
        return version.equals(OWN);
    }

    /** Whether it can appear as the rule of a finding. */
    boolean isReported() {
        return switch (judged) {
            case BYTES, TABLES, RULE -> true;
            case SAME, UNSEEN -> false;
        };
    }
}
