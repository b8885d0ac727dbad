package dev.fourshake.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.capture.CaptureInfo;
import dev.fourshake.app.capture.CaptureStore;
import dev.fourshake.app.data.ProgramVersion;
import dev.fourshake.app.data.UserData;
import dev.fourshake.app.importing.PacketImport;
import dev.fourshake.app.workspace.CaptureFiles;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.model.text.Message;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fourshake import}: makes a capture of a packet capture. Memory is needed for neither of them as a whole. */
@Command(name = "import", mixinStandardHelpOptions = true, resourceBundle = "dev.fourshake.app.cli.messages")
final class ImportCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "import.file")
    private String source;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", descriptionKey = "import.name")
    private String name;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Texts texts = new Texts();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try (PacketImport input = PacketImport.open(Path.of(source).toAbsolutePath());
                Interruption interruption = Interruption.watch()) {
            Path file = target(input.file());
            boolean whole = CaptureStore.save(input, file, CaptureInfo.now(ProgramVersion.current(), input.origin()),
                    (_, _) -> !interruption.isAsked());
            new SourceProblems(input.problems()).say(err::println);
            if (whole) {
                report(input, file);
            } else {
                err.println(texts.of("import.ended"));
            }
            err.flush();
            return ExitStatus.DONE;
        } catch (CaptureException failure) {
            throw CommandFailure.wrongCall(failure.problem());
        } catch (InvalidPathException _) {
            throw CommandFailure.wrongCall(Message.of(NamedCapture.class, "source.invalid", source));
        }
    }

    private Path target(Path imported) throws CaptureException {
        CaptureFiles files = new CaptureFiles(Workspace.catalogueIn(UserData.resolve()));
        Path file = files.forNew(name == null ? CaptureFiles.importedName(imported) : name).toAbsolutePath();
        if (Files.exists(file)) {
            throw CaptureException.of(CaptureException.Kind.EXISTS, file, null);
        }
        return file;
    }

    private void report(PacketImport input, Path file) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            PrintWriter to = AsciiJson.to(out);
            to.print(json(input, file));
            to.flush();
        } else {
            out.println(texts.of("import.done", source, file.toString(), input.links(), input.events()));
        }
        out.flush();
    }

    private String json(PacketImport input, Path file) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            out.writeStartObject();
            out.writeStringField("source", source);
            out.writeStringField("name", CaptureFiles.nameOf(file));
            out.writeStringField("file", file.toString());
            out.writeNumberField("links", input.links());
            out.writeNumberField("events", input.events());
            out.writeArrayFieldStart("problems");
            for (Message problem : input.problems()) {
                out.writeString(problem.text());
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text + "\n";
    }
}
