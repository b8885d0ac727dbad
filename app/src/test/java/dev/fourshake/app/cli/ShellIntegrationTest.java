package dev.fourshake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the package gives to a shell: a manual page, and completion. Both follow the commands. */
class ShellIntegrationTest {

    private static final Path MANUAL = Path.of("..", "packaging", "src", "deb", "fourshake.1");

    @Test
    void theManualPageTellsEachCommand() throws IOException {
        TreeSet<String> told = new TreeSet<>();
        String manual = Files.readString(MANUAL);
        String commands = manual.substring(manual.indexOf(".SH COMMANDS"), manual.indexOf(".SH EXIT STATUS"));
        Pattern.compile("^\\.TP\n\\.B (\\w+)$", Pattern.MULTILINE).matcher(commands).results()
                .forEach(command -> told.add(command.group(1)));
        assertEquals(new TreeSet<>(commands()), told);
    }

    @Test
    void theCompletionKnowsCommandsAndOptions() {
        CommandLineRun run = CommandLineRun.of("generate-completion");
        assertEquals(0, run.exitStatus(), run.err());
        for (String command : commands()) {
            assertTrue(run.out().contains("_picocli_fourshake_" + command + "()"), command);
        }
        assertTrue(run.out().contains("--patience"), "options of the drill");
    }

    @Test
    void helpDoesNotSpeakOfTheCompletionAndAllItSaysIsOurs() {
        String help = CommandLineRun.of("--help").out();
        assertFalse(help.contains("completion"), help);
        assertTrue(help.contains(new Texts().of("fourshake.help.usage.header")), help);
    }

    /** The commands that help lists. */
    private static List<String> commands() {
        return Fourshake.commandLine(_ -> Optional.empty()).getSubcommands().values().stream()
                .map(command -> command.getCommandSpec()).filter(command -> !command.usageMessage().hidden())
                .map(command -> command.name()).toList();
    }
}
