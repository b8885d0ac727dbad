package dev.fourshake.app.cli;

import dev.fourshake.app.decode.PacketDecoder;
import dev.fourshake.model.text.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fourshake decode}: single packets, one JSON object a line in, one a line out, until the input ends. */
@Command(name = "decode", mixinStandardHelpOptions = true, resourceBundle = "dev.fourshake.app.cli.messages")
final class DecodeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    /** Answers between two looks at whether somebody still wants them. */
    private static final int MANY = 1_000;

    private final InputStream input;

    DecodeCommand() {
        this(System.in);
    }

    DecodeCommand(InputStream input) {
        this.input = input;
    }

    @Override
    public Integer call() {
        PrintWriter out = AsciiJson.to(spec.commandLine().getOut());
        BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        try {
            long answers = 0;
            boolean wanted = true;
            for (String line = lines.readLine(); wanted && line != null; line = lines.readLine()) {
                out.println(PacketDecoder.answer(line));
                answers++;
                // Who waits for an answer before the next question gets it; who sends many at once does not pay for it.
                // Where nobody reads the answers any more, as behind head, no more questions are read.
                if (!lines.ready() || answers % MANY == 0) {
                    wanted = !out.checkError();
                }
            }
        } catch (IOException failure) {
            throw CommandFailure.wrongCall(Message.of(DecodeCommand.class, "decode.input", failure.toString()));
        } finally {
            out.flush();
        }
        return ExitStatus.DONE;
    }
}
