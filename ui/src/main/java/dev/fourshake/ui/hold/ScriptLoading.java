package dev.fourshake.ui.hold;

import dev.fourshake.app.script.Script;
import dev.fourshake.app.script.ScriptException;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.message.Message;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/** Loads a script of breakpoints and weak lines into the shown tap. */
final class ScriptLoading {

    private static final Texts TEXTS = Texts.of(ScriptLoading.class);

    private ScriptLoading() {
    }

    static void ask(Workbench workbench, Holding holding) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("script.title"));
        chooser.getExtensionFilters().add(new ExtensionFilter(TEXTS.get("script.type"), "*.json", "*.yaml", "*.yml"));
        Optional.ofNullable(chooser.showOpenDialog(workbench.window())).map(File::toPath)
                .ifPresent(file -> load(workbench, holding, file));
    }

    /** What was set up before is brought back by the message. */
    static void load(Workbench workbench, Holding holding, Path file) {
        workbench.jobs().start(TEXTS.get("script.job", file.getFileName()), _ -> Script.read(file)).onDone(script -> {
            Runnable undo = holding.load(script);
            workbench.messages().show(Message.info(TEXTS.get("script.loaded", file.getFileName(),
                            script.breakpoints().size(), script.lines().size()))
                    .action(TEXTS.get("script.undo"), undo));
        }).onFailure(failure -> workbench.messages().show(Message.error(failure instanceof ScriptException script
                ? script.sentence().text() : failure.getLocalizedMessage())));
    }
}
