package dev.fourshake.app.cli;

import dev.fourshake.app.replay.Replay;
import dev.fourshake.app.replay.ReplayState;
import dev.fourshake.app.workspace.CaptureReplay;
import dev.fourshake.model.diagram.text.TextDiagram;
import dev.fourshake.model.text.Message;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fourshake replay}: plays a capture in its own time, in the desktop or drawn in the terminal. */
@Command(name = "replay", mixinStandardHelpOptions = true, resourceBundle = "dev.fourshake.app.cli.messages")
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Fourshake program;

    @Parameters(paramLabel = "SOURCE", descriptionKey = "inspect.source")
    private String source;

    @Option(names = "--speed", paramLabel = "FACTOR|max", descriptionKey = "replay.speed")
    private String speed;

    @Option(names = "--skip-gaps", descriptionKey = "replay.skipGaps")
    private boolean skipGaps;

    @Option(names = "--text", descriptionKey = "replay.text")
    private boolean text;

    @Override
    public Integer call() {
        double factor = speed == null ? 1 : factor(speed);
        NamedCapture capture = new NamedCapture(source);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (text || skipGaps || speed != null) {
            return draw(capture, factor, out, err);
        }
        return program.openDesktop(List.of(Fourshake.REPLAY, capture.checked().toString()), err,
                () -> draw(capture, factor, out, err));
    }

    private int draw(NamedCapture capture, double factor, PrintWriter out, PrintWriter err) {
        Pace pace = new Pace();
        TextDiagram diagram = new TextDiagram(Terminal.options());
        try (CaptureReplay replay = capture.replay(); Interruption interruption = Interruption.watch(pace::signal)) {
            replay.addListener(pace::signal);
            replay.replay().speed(factor);
            replay.replay().skipGaps(skipGaps);
            replay.replay().play();
            pace.await(() -> {
                diagram.write(replay.snapshot(), out::println);
                // Nobody watches any more where the output was closed.
                return out.checkError() || interruption.isAsked() || isOver(replay.replay().state());
            }, Integer.MAX_VALUE);
            // With its end all that was played is in the trace.
            replay.close();
            diagram.write(replay.snapshot(), out::println);
            out.println(diagram.legend());
            out.flush();
            replay.replay().state().problem().ifPresent(problem -> err.println("fourshake: " + problem.text()));
            err.flush();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return ExitStatus.DONE;
    }

    private static boolean isOver(ReplayState state) {
        return !state.playing() && (state.isAtEnd() || state.problem().isPresent());
    }

    private static double factor(String text) {
        if (text.equals("max")) {
            return Replay.AS_FAST_AS_POSSIBLE;
        }
        try {
            double factor = Double.parseDouble(text);
            if (factor >= Replay.SLOWEST && factor <= Replay.FASTEST) {
                return factor;
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number that is out of range.
        }
        throw CommandFailure.wrongCall(Message.of(ReplayCommand.class, "replay.speed.invalid", text, Replay.SLOWEST,
                Replay.FASTEST));
    }
}
