package dev.fourshake.app.cli;

import dev.fourshake.model.diagram.ShownRows;
import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.diagram.paint.Palette;
import dev.fourshake.model.diagram.script.Dialect;
import dev.fourshake.model.diagram.script.ScriptDiagram;
import dev.fourshake.model.diagram.svg.SvgDiagram;
import dev.fourshake.model.diagram.text.TextDiagram;
import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.filter.FilteredRows;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.TraceSnapshot;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fourshake inspect}: reads a capture and judges it. */
@Command(name = "inspect", mixinStandardHelpOptions = true, resourceBundle = "dev.fourshake.app.cli.messages")
final class InspectCommand implements Callable<Integer> {

    private static final Set<String> DIAGRAMS = Set.of("text", "svg", "mermaid", "plantuml");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", descriptionKey = "inspect.source")
    private String source;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--filter", paramLabel = "EXPR", descriptionKey = "inspect.filter")
    private String filter = "";

    @Option(names = "--diagram", paramLabel = "text|svg|mermaid|plantuml", descriptionKey = "inspect.diagram")
    private String diagram;

    @Override
    public Integer call() {
        if (diagram != null && json) {
            throw CommandFailure.wrongCall(Message.of(InspectCommand.class, "inspect.both"));
        } else if (diagram != null && !DIAGRAMS.contains(diagram)) {
            throw CommandFailure.wrongCall(Message.of(InspectCommand.class, "inspect.diagram.invalid", diagram));
        }
        Filter<Subject> wanted = FilterOption.parse(filter);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (diagram == null && wanted.isAll()) {
            return new PlainInspect(source, json).judge(out, err);
        }
        NamedCapture.Found<TraceSnapshot> found = new NamedCapture(source).read(err::println);
        Summary summary = chosen(found.read(), wanted, out);
        err.flush();
        if (diagram == null) {
            return found.problems().exitStatus(summary.print(json, out));
        }
        out.flush();
        return found.problems().exitStatus(summary.exitStatus());
    }

    /** The packets that pass, drawn if that is asked for. */
    private Summary chosen(TraceSnapshot trace, Filter<Subject> wanted, PrintWriter out) {
        if (wanted.isAll()) {
            draw(trace, ShownRows.all(trace.rowCount()), out);
            return new Summary(source, trace.summary());
        }
        FilteredRows passed = new FilteredRows(wanted).extend(trace);
        if (diagram != null) {
            draw(trace, ShownRows.of(passed.rows(), passed.size()), out);
        }
        return new Summary(source, FilteredSummary.of(trace, passed), true);
    }

    private void draw(TraceSnapshot trace, ShownRows rows, PrintWriter out) {
        Wording wording = new Wording(Locale.getDefault(Locale.Category.DISPLAY), ZoneId.systemDefault());
        switch (diagram) {
            case "svg" -> out.print(svg(trace, rows, wording));
            case "mermaid" -> new ScriptDiagram(Dialect.MERMAID, wording).write(trace, rows, out::println);
            case "plantuml" -> new ScriptDiagram(Dialect.PLANTUML, wording).write(trace, rows, out::println);
            default -> drawText(trace, rows, out);
        }
    }

    /** The whole trace as text. */
    static void draw(TraceSnapshot trace, PrintWriter out) {
        drawText(trace, ShownRows.all(trace.rowCount()), out);
    }

    private static void drawText(TraceSnapshot trace, ShownRows rows, PrintWriter out) {
        TextDiagram text = new TextDiagram(Terminal.options());
        text.write(trace, rows, out::println);
        out.println(text.legend());
        out.flush();
    }

    private static String svg(TraceSnapshot trace, ShownRows rows, Wording wording) {
        if (rows.size() > SvgDiagram.MOST_ROWS) {
            throw CommandFailure.wrongCall(Message.of(InspectCommand.class, "inspect.svg.tooLong", rows.size(),
                    SvgDiagram.MOST_ROWS));
        }
        return SvgDiagram.render(trace, rows, 0, rows.size(), Palette.LIGHT, wording);
    }
}
