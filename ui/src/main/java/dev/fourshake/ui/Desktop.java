package dev.fourshake.ui;

import dev.fourshake.app.data.UserData;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.message.Message;
import javafx.application.Application;
import javafx.stage.Stage;

/** The desktop: a workbench on the user's workspace, with the demonstration running where nothing else is. */
public final class Desktop extends Application {

    private static final Texts TEXTS = Texts.of(Desktop.class);

    @Override
    public void start(Stage stage) {
        UserData data = UserData.resolve();
        Workspace workspace = new Workspace(data);
        Workbench workbench = new Workbench(data);
        // The thread's own handler: a library in this process could replace the default one.
        Thread.currentThread().setUncaughtExceptionHandler((_, failure) ->
                workbench.show(Message.error(TEXTS.get("unexpected")), failure));
        DesktopParts parts = new DesktopParts(workbench, workspace);
        workbench.onClose(workspace::close);
        workbench.open(stage);
        parts.opened(getParameters().getRaw());
    }
}
