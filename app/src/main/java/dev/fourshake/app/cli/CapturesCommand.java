package dev.fourshake.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fourshake.app.capture.CaptureCatalogue;
import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.capture.CaptureSummary;
import dev.fourshake.app.data.ByteCount;
import dev.fourshake.app.data.UserData;
import dev.fourshake.app.workspace.CaptureEntry;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.model.text.Message;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fourshake captures}: the saved captures, the latest first. */
@Command(name = "captures", mixinStandardHelpOptions = true, resourceBundle = "dev.fourshake.app.cli.messages")
final class CapturesCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> COLUMNS =
            List.of("name", "created", "duration", "events", "links", "size", "state");
    private static final Set<String> NUMBERS = Set.of("duration", "events", "links", "size");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Texts texts = new Texts();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        CaptureCatalogue catalogue = Workspace.catalogueIn(UserData.resolve());
        try {
            List<CaptureEntry> captures = catalogue.files().stream()
                    .map(file -> new CaptureEntry(file, Optional.of(catalogue.details(file)), Optional.empty()))
                    .toList();
            if (json) {
                PrintWriter to = AsciiJson.to(out);
                to.print(json(catalogue.directory(), captures));
                to.flush();
            } else if (captures.isEmpty()) {
                err.println(texts.of("captures.none", catalogue.directory().toString()));
            } else {
                print(captures, out, err);
            }
            out.flush();
            err.flush();
            return ExitStatus.DONE;
        } catch (CaptureException failure) {
            throw CommandFailure.wrongCall(failure.problem());
        }
    }

    // ------------------------------------------------------------------ for people

    private void print(List<CaptureEntry> captures, PrintWriter out, PrintWriter err) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(COLUMNS.stream().map(column -> texts.of("captures." + column)).toList());
        captures.forEach(capture -> lines.add(cells(capture)));
        int[] widths = IntStream.range(0, COLUMNS.size())
                .map(column -> lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0)).toArray();
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String padding = " ".repeat(widths[column] - line.get(column).length());
                boolean number = NUMBERS.contains(COLUMNS.get(column));
                text.append(number ? padding + line.get(column) : line.get(column) + padding).append("  ");
            }
            out.println(text.toString().stripTrailing());
        }
        for (CaptureEntry capture : captures) {
            capture.problem().map(Message::text).ifPresent(err::println);
        }
    }

    private List<String> cells(CaptureEntry capture) {
        Optional<CaptureSummary> summary = capture.summary();
        return List.of(capture.file().name(),
                DATE.format(summary.map(s -> s.info().created()).orElse(capture.file().modified())
                        .atZone(ZoneId.systemDefault())),
                summary.map(s -> Durations.text(s.duration())).orElse("-"),
                summary.map(s -> texts.of("captures.number", s.events())).orElse("-"),
                summary.map(s -> texts.of("captures.number", s.links())).orElse("-"),
                ByteCount.text(capture.file().bytes()),
                texts.of("captures.state." + capture.state().name()));
    }

    // ------------------------------------------------------------------ for programs

    private static String json(Path directory, List<CaptureEntry> captures) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            out.writeStartObject();
            out.writeStringField("directory", directory.toString());
            out.writeArrayFieldStart("captures");
            for (CaptureEntry capture : captures) {
                write(out, capture);
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text + "\n";
    }

    private static void write(JsonGenerator out, CaptureEntry capture) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", capture.file().name());
        out.writeStringField("file", capture.file().file().toString());
        out.writeNumberField("bytes", capture.file().bytes());
        out.writeStringField("state", capture.state().name().toLowerCase(Locale.ROOT));
        if (capture.summary().isPresent()) {
            CaptureSummary summary = capture.summary().get();
            out.writeStringField("created", summary.info().created().toString());
            out.writeNumberField("durationSeconds", summary.duration().toNanos() / 1e9);
            out.writeNumberField("events", summary.events());
            out.writeNumberField("links", summary.links());
            out.writeStringField("source", summary.info().source());
        }
        if (capture.problem().isPresent()) {
            out.writeStringField("problem", capture.problem().get().text());
        }
        out.writeEndObject();
    }
}
