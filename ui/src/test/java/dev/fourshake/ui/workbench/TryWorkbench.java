package dev.fourshake.ui.workbench;

import dev.fourshake.app.data.UserData;
import javafx.application.Application;
import javafx.stage.Stage;

/** Starts the workbench with the views of the tests, to be looked at. */
public final class TryWorkbench extends Application {

    @Override
    public void start(Stage stage) {
        stage.setTitle("Fourshake");
        TestViews.workbench(UserData.resolve()).open(stage);
    }
}
