package dev.fourshake.app.cli;

import dev.fourshake.app.data.UserData;
import dev.fourshake.model.text.Message;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The program as it is called from a shell: the desktop where no command is named, else the command. */
@Command(name = "fourshake", resourceBundle = "dev.fourshake.app.cli.messages", mixinStandardHelpOptions = true,
        versionProvider = VersionText.class, synopsisSubcommandLabel = "[COMMAND]")
public final class Fourshake implements Callable<Integer> {

    /** Among the arguments of the desktop: the file that follows is to be replayed. */
    public static final String REPLAY = "--replay";

    private static final List<Class<?>> COMMANDS = List.of(DemoCommand.class, TapCommand.class, InspectCommand.class,
            DecodeCommand.class, CapturesCommand.class, ImportCommand.class, ReplayCommand.class, DrillCommand.class,
            HelpCommand.class, AutoComplete.GenerateCompletion.class);
    /** For those who make a package, not for those who ask for help. */
    private static final String COMPLETION = "generate-completion";
    /** Called often and on small files, too: for it no other command is made. */
    static final String INSPECT = "inspect";
    private static final String DECODE = "decode";

    /** Opens the desktop. */
    @FunctionalInterface
    public interface Door {

        /**
         * Returns when the desktop was closed, or says at once why it cannot be opened.
         *
         * @param arguments the capture files that it is to show, the last one on top; {@value #REPLAY} may stand
         *                  before a file
         */
        Optional<Message> open(List<String> arguments);
    }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "file")
    private List<String> files = List.of();

    private final Door desktop;

    private Fourshake(Door desktop) {
        this.desktop = desktop;
    }

    /** Runs what the arguments say and returns the exit status. Once in a program. */
    public static int run(Door desktop, String... arguments) {
        int status = ExitStatus.OWN_FAULT;
        try {
            status = runAll(desktop, arguments);
        } finally {
            Interruption.end(status);
        }
        return status;
    }

    /** Whether it is a command that scripts call again and again, and that leaves nothing to be done at the end. */
    public static boolean isQuick(String... arguments) {
        return arguments.length > 0 && (arguments[0].equals(INSPECT) || arguments[0].equals(DECODE));
    }

    private static int runAll(Door desktop, String... arguments) {
        PrintWriter err = new PrintWriter(System.err, true);
        Optional<String> unusable = UserData.unusable();
        if (unusable.isPresent()) {
            return CommandFailure.wrongCall(Message.of(Fourshake.class, "data.unusable", unusable.get())).tell(err);
        }
        StandardOutput output = StandardOutput.open();
        PrintWriter out = output.writer();
        int status = PlainInspect.of(arguments).map(plain -> plain.run(out, err))
                .orElseGet(() -> commandLine(desktop, arguments).setOut(out).execute(arguments));
        out.flush();
        return output.problem().map(why -> Message.of(Fourshake.class, "output.failed", why))
                .map(sentence -> CommandFailure.wrongCall(sentence).tell(err)).orElse(status);
    }

    static CommandLine commandLine(Door desktop, String... arguments) {
        CommandLine line = new CommandLine(new Fourshake(desktop));
        boolean inspects = arguments.length > 0 && arguments[0].equals(INSPECT);
        (inspects ? List.<Class<?>>of(InspectCommand.class) : COMMANDS).forEach(line::addSubcommand);
        if (!inspects) {
            line.getSubcommands().get(COMPLETION).getCommandSpec().usageMessage().hidden(true);
        }
        line.setExecutionExceptionHandler(Fourshake::fail);
        line.setParameterExceptionHandler(Fourshake::refuse);
        // picocli's own would be 1, which says that traffic was judged.
        line.setExitCodeExceptionMapper(_ -> ExitStatus.OWN_FAULT);
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (files.isEmpty()) {
            return openDesktop(List.of(), err, () -> new DemoCommand().draw(out, err));
        }
        List<String> captures = files.stream().map(Fourshake::capture).toList();
        return openDesktop(captures, err, () -> {
            for (String capture : captures) {
                InspectCommand.draw(new NamedCapture(capture).read(err::println).read(), out);
            }
            return ExitStatus.DONE;
        });
    }

    /**
     * The file of a capture; a single word may have been meant for a command. What is wrong with a file that is there
     * the desktop says itself: who has opened it from a file manager sees no terminal.
     */
    private static String capture(String source) {
        NamedCapture named = new NamedCapture(source);
        Path file = named.file();
        if (Files.exists(file)) {
            return file.toString();
        } else if (source.matches("[\\w-]+")) {
            throw CommandFailure.wrongCall(Message.of(Fourshake.class, "file.unknown", source));
        }
        return named.checked().toString();
    }

    /** The desktop; where it cannot be opened, a line that says so and then {@code asText}. */
    int openDesktop(List<String> arguments, PrintWriter err, IntSupplier asText) {
        Optional<Message> obstacle = desktop.open(arguments);
        if (obstacle.isEmpty()) {
            return ExitStatus.DONE;
        }
        err.println("fourshake: " + obstacle.get().text());
        err.flush();
        return asText.getAsInt();
    }

    /** One sentence; a stack trace only for what is our own fault. */
    private static int fail(Exception failure, CommandLine line, ParseResult parsed) throws Exception {
        if (failure instanceof CommandFailure known) {
            return known.tell(line.getErr());
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
