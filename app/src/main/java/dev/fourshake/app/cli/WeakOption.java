package dev.fourshake.app.cli;

import dev.fourshake.app.tap.line.LineMistake;
import dev.fourshake.app.tap.line.LineRule;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Weak lines, as the command line asks for them. */
final class WeakOption {

    @Option(names = "--weak", paramLabel = "LINE", descriptionKey = "tap.weak.option")
    private List<String> lines = List.of();

    List<LineRule> rules() {
        List<LineRule> rules = new ArrayList<>();
        for (String line : lines) {
            try {
                rules.add(LineRule.parse(line));
            } catch (LineMistake mistake) {
                throw CommandFailure.wrongCall(mistake.sentence());
            }
        }
        return rules;
    }
}
