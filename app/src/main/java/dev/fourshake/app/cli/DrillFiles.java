package dev.fourshake.app.cli;

import dev.fourshake.app.data.KeptFile;
import dev.fourshake.app.data.WholeFile;
import dev.fourshake.app.drill.DrillReport;
import dev.fourshake.app.drill.report.DrillHtml;
import dev.fourshake.app.drill.report.DrillJUnit;
import dev.fourshake.app.drill.report.DrillJson;
import dev.fourshake.app.drill.report.DrillPdf;
import dev.fourshake.model.text.Message;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The files that a drill's report is written to. */
final class DrillFiles {

    /** In the place of a file: standard output. */
    private static final String STANDARD_OUTPUT = "-";

    @Option(names = "--json", arity = "0..1", fallbackValue = STANDARD_OUTPUT, paramLabel = "FILE",
            descriptionKey = "drill.json")
    private String json;

    @Option(names = "--junit", paramLabel = "FILE", descriptionKey = "drill.junit")
    private String junit;

    @Option(names = "--html", paramLabel = "FILE", descriptionKey = "drill.html")
    private String html;

    @Option(names = "--pdf", paramLabel = "FILE", descriptionKey = "drill.pdf")
    private String pdf;

    /** Writes a report. */
    @FunctionalInterface
    private interface Format {

        void write(DrillReport report, Writer to) throws IOException;
    }

    /** What would stand in the way of the report is said before the drill, which may take an hour. */
    void check() {
        List<String> all = Stream.of(json, junit, html, pdf).filter(Objects::nonNull).toList();
        if (STANDARD_OUTPUT.equals(pdf)) {
            throw wrong("drill.file.pdf");
        } else if (Collections.frequency(all, STANDARD_OUTPUT) > 1) {
            throw wrong("drill.file.one");
        }
        all.stream().filter(file -> !file.equals(STANDARD_OUTPUT)).forEach(DrillFiles::check);
    }

    private static void check(String file) {
        Path path;
        try {
            path = Path.of(file).toAbsolutePath();
        } catch (InvalidPathException _) {
            throw wrong("source.invalid", file);
        }
        Path folder = path.getParent();
        if (folder == null || Files.isDirectory(path)) {
            throw wrong("drill.file.isFolder", file);
        } else if (!Files.isDirectory(folder)) {
            throw wrong("drill.file.noFolder", file, folder.toString());
        } else if (Files.exists(path) && !Files.isWritable(path) || !isDevice(path) && !Files.isWritable(folder)) {
            throw wrong("drill.file.forbidden", file);
        }
    }

    /** Nothing can take the place of what is no file. */
    private static boolean isDevice(Path path) {
        return Files.exists(path) && !Files.isRegularFile(path);
    }

    private static CommandFailure wrong(String key, Object... arguments) {
        return CommandFailure.wrongCall(Message.of(DrillFiles.class, key, arguments));
    }

    /**
     * Writes each of them, also where another one cannot be written.
     *
     * @param failed is told of each that could not
     * @return whether one of them was standard output, where nothing else belongs then
     */
    boolean write(DrillReport report, PrintWriter out, Consumer<Message> failed) {
        if (pdf != null) {
            // It is no text, and so for a file alone.
            attempt(pdf, () -> WholeFile.write(Path.of(pdf), to -> DrillPdf.write(report, to)), failed);
        }
        boolean taken = write(json, DrillJson::write, report, AsciiJson.to(out), failed);
        taken |= write(junit, DrillJUnit::write, report, out, failed);
        return write(html, DrillHtml::write, report, out, failed) || taken;
    }

    private static boolean write(String file, Format format, DrillReport report, PrintWriter out,
            Consumer<Message> failed) {
        if (file == null) {
            return false;
        }
        boolean standardOutput = file.equals(STANDARD_OUTPUT);
        attempt(file, () -> {
            if (standardOutput) {
                format.write(report, out);
                out.flush();
                return;
            }
            WholeFile.write(Path.of(file), to -> {
                Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
                format.write(report, writer);
                writer.flush();
            });
        }, failed);
        return standardOutput;
    }

    /** Writing, which may fail. */
    @FunctionalInterface
    private interface Attempt {

        void run() throws IOException;
    }

    private static void attempt(String file, Attempt writing, Consumer<Message> failed) {
        try {
            writing.run();
        } catch (IOException failure) {
            failed.accept(Message.of(DrillFiles.class, "drill.file", file, KeptFile.reason(failure)));
        }
    }
}
