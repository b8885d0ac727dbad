package dev.fourshake.ui;

import dev.fourshake.app.data.UserData;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.message.Message;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The desktop: a workbench on the user's workspace, with the demonstration running where nothing else is. */
public final class Desktop extends Application {

    private static final int[] ICON_SIZES = {16, 32, 48, 64, 128, 256};
    private static final Texts TEXTS = Texts.of(Desktop.class);

    private Workspace workspace;

    @Override
    public void start(Stage stage) {
        UserData data = UserData.resolve();
        workspace = new Workspace(data);
        // Ctrl-C and SIGTERM end what is being recorded as well as closing the window does.
        Runtime.getRuntime().addShutdownHook(new Thread(workspace::close, "close-workspace"));
        Workbench workbench = new Workbench(data);
        // The thread's own handler: a library in this process could replace the default one.
        Thread.currentThread().setUncaughtExceptionHandler((_, failure) ->
                workbench.show(Message.error(TEXTS.get("unexpected")), failure));
        for (int size : ICON_SIZES) {
            stage.getIcons().add(new Image(Objects.requireNonNull(
                    Desktop.class.getResourceAsStream("/dev/fourshake/icons/fourshake-" + size + ".png"))));
        }
        stage.setTitle(TEXTS.get("title"));
        DesktopParts parts = new DesktopParts(workbench, workspace);
        workbench.open(stage);
        parts.opened(getParameters().getRaw());
    }

    /** The window is gone: ends what was running behind it, which may take the broker two seconds. */
    @Override
    public void stop() {
        workspace.close();
    }
}
