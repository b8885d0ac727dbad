package dev.fourshake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.tcp.TcpScript;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls of {@code inspect} that are understood without picocli: which they are, and that they do the same. */
class PlainInspectTest {

    @TempDir
    private Path directory;

    /** A PUBREL to which nothing belongs, so that the exit status tells something. */
    private Path capture() throws IOException {
        return Files.write(directory.resolve("x.pcap"), new TcpScript().handshake()
                .client(0, "100d00044d5154540402003c000161").broker(0, "20020000").client(15, "62020009").pcap());
    }

    @Test
    void theSourceAndJsonAreUnderstoodInAnyOrder() {
        assertEquals(Optional.of(new PlainInspect("press-4", false)), PlainInspect.of("inspect", "press-4"));
        assertEquals(Optional.of(new PlainInspect("press-4", true)), PlainInspect.of("inspect", "press-4", "--json"));
        assertEquals(Optional.of(new PlainInspect("press-4", true)), PlainInspect.of("inspect", "--json", "press-4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "inspect", "inspect --json", "inspect --help", "inspect a --diagram=text",
            "inspect a b",
            "inspect --json --json a", "inspect --filter x a", "inspect @a", "replay a", "a --json",
            "--json inspect a"})
    void allElseIsLeftToTheParser(String call) {
        assertEquals(Optional.empty(), PlainInspect.of(call.isEmpty() ? new String[0] : call.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itSaysWhatTheParsedCallSays(boolean json) throws IOException {
        String file = capture().toString();
        CommandLineRun parsed = json ? CommandLineRun.of("inspect", "--json", file)
                : CommandLineRun.of("inspect", file);
        assertEquals(1, parsed.exitStatus(), parsed.err());
        assertEquals(parsed, plain(new PlainInspect(file, json)));
    }

    @Test
    void whatCannotBeReadIsSaidInASentence() {
        String missing = directory.resolve("missing.pcap").toString();
        CommandLineRun plain = plain(new PlainInspect(missing, true));
        assertEquals(2, plain.exitStatus());
        assertTrue(plain.err().startsWith("fourshake: "), plain.err());
        assertEquals(CommandLineRun.of("inspect", "--json", missing), plain);
    }

    private static CommandLineRun plain(PlainInspect inspect) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = inspect.run(new PrintWriter(out), new PrintWriter(err));
        return new CommandLineRun(status, out.toString(), err.toString());
    }
}
