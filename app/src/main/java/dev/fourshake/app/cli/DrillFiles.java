package dev.fourshake.app.cli;

import dev.fourshake.app.drill.DrillReport;
import dev.fourshake.app.drill.report.DrillHtml;
import dev.fourshake.app.drill.report.DrillJUnit;
import dev.fourshake.app.drill.report.DrillJson;
import dev.fourshake.app.drill.report.DrillPdf;
import dev.fourshake.model.text.Message;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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

    @Option(names = "--html", paramLabel = "FILE", descriptionKey = "drill.html")
    private String html;

    @Option(names = "--pdf", paramLabel = "FILE", descriptionKey = "drill.pdf")
    private String pdf;

    /** Writes a report. */
    @FunctionalInterface
    private interface Format {

        void write(DrillReport report, Writer to) throws IOException;
    }

    /** @return whether one of them was standard output, where nothing else belongs then */
    boolean write(DrillReport report, PrintWriter out) {
        writePdf(report);
        boolean taken = write(json, DrillJson::write, report, AsciiJson.to(out));
        taken |= write(junit, DrillJUnit::write, report, out);
        return write(html, DrillHtml::write, report, out) || taken;
    }

    /** It is no text, and so for a file alone. */
    private void writePdf(DrillReport report) {
        if (pdf != null) {
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(Path.of(pdf)))) {
                DrillPdf.write(report, to);
            } catch (IOException failure) {
                throw unwritable(pdf, failure);
            }
        }
    }

    private static CommandFailure unwritable(String file, IOException failure) {
        return CommandFailure.wrongCall(Message.of(DrillFiles.class, "drill.file", file, failure.getMessage()));
    }

    private static boolean write(String file, Format format, DrillReport report, PrintWriter out) {
        try {
            if (file != null && file.equals(STANDARD_OUTPUT)) {
                format.write(report, out);
                out.flush();
                return true;
            } else if (file != null) {
                try (Writer writer = Files.newBufferedWriter(Path.of(file), StandardCharsets.UTF_8)) {
                    format.write(report, writer);
                }
            }
            return false;
        } catch (IOException failure) {
            throw unwritable(file, failure);
        }
    }
}
