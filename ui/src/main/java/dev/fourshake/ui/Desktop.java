package dev.fourshake.ui;

import dev.fourshake.app.data.UserData;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.layout.Dock;
import dev.fourshake.ui.workbench.layout.Layout;
import dev.fourshake.ui.workbench.layout.Perspective;
import javafx.application.Application;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;

/** The desktop application: the workbench with all views. */
public final class Desktop extends Application {

    private Workbench workbench;

    @Override
    public void start(Stage stage) {
        workbench = new Workbench(UserData.resolve());
        workbench.add(new Perspective("trace", "Trace", Feather.ACTIVITY, Layout.of(Dock.tabs())));
        stage.setTitle("Fourshake");
        workbench.open(stage);
    }

    @Override
    public void stop() {
        workbench.close();
    }
}
