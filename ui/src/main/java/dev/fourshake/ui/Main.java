package dev.fourshake.ui;

import dev.fourshake.app.cli.Fourshake;
import dev.fourshake.model.text.Message;
import dev.fourshake.ui.start.Display;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;

/** Where the program starts: the window, or a command. */
public final class Main {

    private Main() {
    }

    /** Runs the command that the arguments name; without one the desktop, with the captures that they name. */
    public static void main(String[] arguments) {
        int status = Fourshake.run(Main::desktop, arguments);
        if (Fourshake.isQuick(arguments)) {
            // exit would look into each jar for somebody who writes down that the program ends
            System.err.flush();
            Runtime.getRuntime().halt(status);
        }
        System.exit(status);
    }

    private static Optional<Message> desktop(List<String> arguments) {
        Optional<Message> obstacle = Display.obstacle();
        if (obstacle.isEmpty()) {
            Application.launch(Desktop.class, arguments.toArray(String[]::new));
        }
        return obstacle;
    }
}
