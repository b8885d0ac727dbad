package dev.fourshake.app.cli;

import dev.fourshake.model.text.Message;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import picocli.CommandLine;

/** One call of the program in this process, with what it said. There is no display for it. */
record CommandLineRun(int exitStatus, String out, String err) {

    static CommandLineRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Fourshake.commandLine(
                _ -> Optional.of(Message.of(CommandLineRun.class, "no display in this test")));
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int status = line.execute(arguments);
        return new CommandLineRun(status, out.toString(), err.toString());
    }
}
