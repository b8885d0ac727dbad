package dev.fourshake.model.finding;

import dev.fourshake.model.wire.ProtocolVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Traffic and what is found in it, in one version. The files in {@code cases} have for each: a line
 * {@code == expected in 3.1.1 | expected in 5.0 | what it shows}, and a transcript. Expected is one of
 * <ul>
 * <li>the rules that are reported, with {@code +} between them. Of the specification's statements these are all; of our
 * own there may be more;
 * <li>{@code silent}: no statement of the specification is broken;
 * <li>{@code not FS-...}: that rule is not reported;
 * <li>{@code -}: it is not played in this version.
 * </ul>
 * Lines that begin with # are comments.
 */
record Case(ProtocolVersion version, String expected, String title, String transcript) {

    private static final List<String> FILES = List.of("tables", "connection", "delivery", "owed", "practice",
            "spared");

    static List<Case> all() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String file : FILES) {
            cases.addAll(of(file));
        }
        return cases;
    }

    static List<Case> of(String file) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream in = Case.class.getResourceAsStream("cases/" + file + ".txt")) {
            read(new String(in.readAllBytes(), StandardCharsets.UTF_8), cases);
        }
        return cases;
    }

    private static void read(String text, List<Case> cases) {
        String lines = text.replaceAll("(?m)^#.*\\R?", "");
        for (String block : lines.split("(?m)^== ")) {
            if (!block.isBlank()) {
                String[] parts = block.split("\\R", 2);
                String[] head = parts[0].split("\\|");
                add(ProtocolVersion.MQTT_3_1_1, head[0].strip(), head[2].strip(), parts[1], cases);
                add(ProtocolVersion.MQTT_5, head[1].strip(), head[2].strip(), parts[1], cases);
            }
        }
    }

    private static void add(ProtocolVersion version, String expected, String title, String transcript,
                            List<Case> cases) {
        if (!expected.equals("-")) {
            cases.add(new Case(version, expected, title, transcript));
        }
    }

    /** The rules that are to be reported. */
    Set<String> rules() {
        return new TreeSet<>(ruleList());
    }

    /** The same, each as often as it is to be reported. */
    List<String> ruleList() {
        return expected.equals("silent") || expected.startsWith("not ") ? List.of()
                : Arrays.stream(expected.split("\\+")).map(String::strip).toList();
    }

    @Override
    public String toString() {
        return expected + " in " + version.code() + ": " + title;
    }
}
