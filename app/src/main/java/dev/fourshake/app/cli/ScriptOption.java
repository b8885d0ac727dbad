package dev.fourshake.app.cli;

import dev.fourshake.app.script.Script;
import dev.fourshake.app.script.ScriptException;
import dev.fourshake.app.tap.line.LineRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A script, as the command line asks for it. */
final class ScriptOption {

    @Option(names = "--script", paramLabel = "FILE", descriptionKey = "tap.script.option")
    private Path file;

    /** With these weak lines behind those of the script; a script that says no more where none is asked for. */
    Script with(List<LineRule> lines) {
        if (file == null) {
            return new Script("", Optional.empty(), List.of(), lines);
        }
        try {
            Script script = Script.read(file);
            List<LineRule> all = new ArrayList<>(script.lines());
            all.addAll(lines);
            return new Script(script.name(), script.releaseAfter(), script.breakpoints(), all);
        } catch (ScriptException problem) {
            throw CommandFailure.wrongCall(problem.sentence());
        }
    }
}
