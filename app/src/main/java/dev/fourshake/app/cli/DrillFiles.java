package dev.fourshake.app.cli;

import dev.fourshake.app.drill.DrillReport;
import dev.fourshake.app.drill.report.DrillJUnit;
import dev.fourshake.app.drill.report.DrillJson;
import dev.fourshake.model.text.Message;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The files that a drill's report is written to. */
final class DrillFiles {

    /** In the place of a file: standard output. */
    private static final String STANDARD_OUTPUT = "-";

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "drill.json")
    private String json;

    @Option(names = "--junit", paramLabel = "FILE", descriptionKey = "drill.junit")
    private String junit;

    /** Writes a report. */
    @FunctionalInterface
    private interface Format {

        void write(DrillReport report, Writer to) throws IOException;
    }

    /** @return whether one of them was standard output, where nothing else belongs then */
    boolean write(DrillReport report, PrintWriter out) {
        boolean taken = write(json, DrillJson::write, report, out);
        return write(junit, DrillJUnit::write, report, out) || taken;
    }

    private static boolean write(String file, Format format, DrillReport report, PrintWriter out) {
        try {
            if (file != null && file.equals(STANDARD_OUTPUT)) {
                format.write(report, out);
                return true;
            } else if (file != null) {
                try (Writer writer = Files.newBufferedWriter(Path.of(file), StandardCharsets.UTF_8)) {
                    format.write(report, writer);
                }
            }
            return false;
        } catch (IOException failure) {
            throw CommandFailure.wrongCall(Message.of(DrillFiles.class, "drill.file", file, failure.getMessage()));
        }
    }
}
