package dev.fourshake.app.cli;

import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.diagram.svg.SvgDiagram;
import dev.fourshake.model.diagram.text.TextDiagram;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.TraceSnapshot;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fourshake inspect}: reads a capture and judges it. */
@Command(name = "inspect", mixinStandardHelpOptions = true, resourceBundle = "dev.fourshake.app.cli.messages")
final class InspectCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", descriptionKey = "inspect.source")
    private String source;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--diagram", paramLabel = "text|svg", descriptionKey = "inspect.diagram")
    private String diagram;

    @Override
    public Integer call() {
        if (diagram != null && json) {
            throw CommandFailure.wrongCall(Message.of(InspectCommand.class, "inspect.both"));
        } else if (diagram != null && !diagram.equals("text") && !diagram.equals("svg")) {
            throw CommandFailure.wrongCall(Message.of(InspectCommand.class, "inspect.diagram.invalid", diagram));
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        NamedCapture capture = new NamedCapture(source);
        Summary summary = diagram == null ? summary(capture, out, err) : drawn(capture, out, err);
        out.flush();
        return summary.hasErrors() ? ExitStatus.JUDGED_BAD : ExitStatus.DONE;
    }

    /** No row is looked at again, and so none is kept. */
    private Summary summary(NamedCapture capture, PrintWriter out, PrintWriter err) {
        Summary summary = new Summary(source, capture.inspect(err::println));
        err.flush();
        if (json) {
            out.print(summary.json());
        } else {
            summary.print(out, new Texts());
        }
        return summary;
    }

    private Summary drawn(NamedCapture capture, PrintWriter out, PrintWriter err) {
        TraceSnapshot trace = capture.read(err::println);
        err.flush();
        if (diagram.equals("text")) {
            draw(trace, out);
        } else {
            out.print(svg(trace));
        }
        return new Summary(source, trace.summary());
    }

    /** The whole trace as text. */
    static void draw(TraceSnapshot trace, PrintWriter out) {
        TextDiagram text = new TextDiagram(Terminal.options());
        text.write(trace, out::println);
        out.println(text.legend());
        out.flush();
    }

    private static String svg(TraceSnapshot trace) {
        if (trace.rowCount() > SvgDiagram.MOST_ROWS) {
            throw CommandFailure.wrongCall(Message.of(InspectCommand.class, "inspect.svg.tooLong", trace.rowCount(),
                    SvgDiagram.MOST_ROWS));
        }
        return SvgDiagram.render(trace,
                new Wording(Locale.getDefault(Locale.Category.DISPLAY), ZoneId.systemDefault()));
    }
}
