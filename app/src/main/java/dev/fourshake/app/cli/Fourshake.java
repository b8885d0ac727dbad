package dev.fourshake.app.cli;

import dev.fourshake.model.text.Message;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The program as it is called from a shell: the desktop where no command is named, else the command. */
@Command(name = "fourshake", resourceBundle = "dev.fourshake.app.cli.messages", mixinStandardHelpOptions = true,
        versionProvider = VersionText.class, synopsisSubcommandLabel = "[COMMAND]",
        subcommands = {DemoCommand.class, TapCommand.class, HelpCommand.class})
public final class Fourshake implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    private final Supplier<Optional<Message>> desktop;

    /** @param desktop opens the desktop and returns when it was closed, or says at once why it cannot be opened */
    private Fourshake(Supplier<Optional<Message>> desktop) {
        this.desktop = desktop;
    }

    /**
     * Runs what the arguments say and returns the exit status.
     *
     * @param desktop opens the desktop and returns when it was closed, or says at once why it cannot be opened
     */
    public static int run(Supplier<Optional<Message>> desktop, String... arguments) {
        return commandLine(desktop).execute(arguments);
    }

    static CommandLine commandLine(Supplier<Optional<Message>> desktop) {
        CommandLine line = new CommandLine(new Fourshake(desktop));
        line.setExecutionExceptionHandler(Fourshake::fail);
        line.setParameterExceptionHandler(Fourshake::refuse);
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    @Override
    public Integer call() {
        return openDesktop(spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    /** The desktop; where it cannot be opened, a line that says so and the demonstration as text. */
    int openDesktop(PrintWriter out, PrintWriter err) {
        Optional<Message> obstacle = desktop.get();
        if (obstacle.isEmpty()) {
            return ExitStatus.DONE;
        }
        err.println("fourshake: " + obstacle.get().text());
        err.flush();
        return new DemoCommand().draw(out, err);
    }

    /** One sentence; a stack trace only for what is our own fault. */
    private static int fail(Exception failure, CommandLine line, ParseResult parsed) throws Exception {
        if (failure instanceof CommandFailure known) {
            line.getErr().println("fourshake: " + known.sentence().text());
            line.getErr().flush();
            return known.exitStatus();
        }
        throw failure;
    }

    private static int refuse(ParameterException refused, String[] arguments) {
        PrintWriter err = refused.getCommandLine().getErr();
        err.println("fourshake: " + refused.getMessage());
        err.println(new Texts().of("call.help", refused.getCommandLine().getCommandSpec().qualifiedName()));
        err.flush();
        return ExitStatus.WRONG_CALL;
    }
}
