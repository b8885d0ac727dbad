package dev.fourshake.ui.view.drill;

import dev.fourshake.app.data.WholeFile;
import dev.fourshake.app.drill.DrillReport;
import dev.fourshake.app.drill.report.DrillHtml;
import dev.fourshake.app.drill.report.DrillJUnit;
import dev.fourshake.app.drill.report.DrillJson;
import dev.fourshake.app.drill.report.DrillPdf;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.message.Message;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/** Saves a drill's report, in the background. */
final class ReportFiles {

    private static final Texts TEXTS = Texts.of(ReportFiles.class);

    /** What a report can be written as. */
    enum Format {
        HTML("html"), PDF("pdf"), JSON("json"), JUNIT("xml");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }

        String title() {
            return TEXTS.get("format." + name());
        }
    }

    private final Workbench workbench;
    private final Function<Format, Optional<Path>> choose;

    /** @param choose asks for the file */
    ReportFiles(Workbench workbench, Function<Format, Optional<Path>> choose) {
        this.workbench = workbench;
        this.choose = choose;
    }

    /** Asks the user. */
    static Optional<Path> ask(Workbench workbench, Format format) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("save.title"));
        chooser.setInitialFileName(TEXTS.get("save.name") + "." + format.extension);
        chooser.getExtensionFilters().add(new ExtensionFilter(format.title(), "*." + format.extension));
        return Optional.ofNullable(chooser.showSaveDialog(workbench.window())).map(File::toPath);
    }

    /** A file that could not be written whole is not left behind. @param saved is called once it was written */
    void save(DrillReport report, Format format, Runnable saved) {
        choose.apply(format).ifPresent(file -> workbench.jobs().start(TEXTS.get("save.job", file.getFileName()), _ -> {
            WholeFile.write(file, out -> write(report, format, out));
            return file;
        }).onDone(done -> {
            saved.run();
            workbench.messages().show(Message.info(TEXTS.get("save.done", done)));
        }));
    }

    private static void write(DrillReport report, Format format, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        switch (format) {
            case HTML -> DrillHtml.write(report, writer);
            case PDF -> DrillPdf.write(report, out);
            case JSON -> DrillJson.write(report, writer);
            case JUNIT -> DrillJUnit.write(report, writer);
        }
        writer.flush();
    }
}
