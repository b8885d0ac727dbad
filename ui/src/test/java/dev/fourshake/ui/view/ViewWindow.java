package dev.fourshake.ui.view;

import dev.fourshake.app.data.UserData;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.trace.ShownTrace;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.layout.Dock;
import dev.fourshake.ui.workbench.layout.Layout;
import dev.fourshake.ui.workbench.layout.Perspective;
import dev.fourshake.ui.workbench.selection.SelectionService;
import dev.fourshake.ui.workbench.view.Area;
import dev.fourshake.ui.workbench.view.ViewDescriptor;
import dev.fourshake.ui.workbench.view.ViewPart;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A window with nothing but the views that a test is about, and a trace in memory. For the thread of the test, save
 * where the JavaFX thread is named.
 */
public final class ViewWindow implements AutoCloseable {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 600;

    private final FxRobot robot = new FxRobot();
    private Workspace workspace;
    private Workbench workbench;
    private ViewContext context;
    /** Views so far; for the JavaFX thread. */
    private int made;

    /** @param folder for what the program keeps */
    public ViewWindow(Path folder) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            UserData data = new UserData(folder);
            workspace = new Workspace(data);
            workbench = new Workbench(data);
            context = new ViewContext(new ShownTrace(workbench.pulse()), new SelectionService<>(), workspace);
        });
    }

    /** Adds a view, which is made when it is first seen. */
    public ViewWindow with(String id, BiFunction<ViewSite, ViewContext, ViewPart> view) {
        robot.interact(() -> workbench.views().add(new ViewDescriptor(id, id, Feather.LIST, Area.CENTER, site -> {
            made++;
            return view.apply(site, context);
        })));
        return this;
    }

    /** Opens the window and waits until there is something in it. */
    public ViewWindow open(Dock dock) {
        robot.interact(() -> {
            workbench.add(new Perspective("p", "P", Feather.ACTIVITY, Layout.of(dock)));
            Stage stage = new Stage();
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            workbench.open(stage);
        });
        until(() -> made > 0);
        return this;
    }

    /** Shows a trace as if it had just been opened. */
    public void show(Supplier<TraceSnapshot> trace) {
        robot.interact(() -> context.shown().show(new InMemory(trace)));
    }

    /** Tells all views that something was chosen elsewhere; null for nothing. */
    public void choose(Selection selection) {
        robot.interact(() -> context.selection().select(selection, "another"));
    }

    /** Types a filter in a view, as a person does. */
    public void filter(ViewPart view, String text) {
        robot.clickOn(view.content());
        robot.press(KeyCode.CONTROL).push(KeyCode.F).release(KeyCode.CONTROL);
        until(() -> filterField(view).isFocused());
        robot.interact(() -> filterField(view).setText(text));
        robot.push(KeyCode.ENTER);
    }

    public static TextField filterField(ViewPart view) {
        return (TextField) view.content().lookup(".fs-filter-field");
    }

    /** The text of the first label of a style in a view. */
    public static String label(ViewPart view, String style) {
        return ((Label) view.content().lookup(style)).getText();
    }

    public FxRobot robot() {
        return robot;
    }

    public Workbench workbench() {
        return workbench;
    }

    public Workspace workspace() {
        return workspace;
    }

    public ViewContext context() {
        return context;
    }

    /** Waits until something holds on the JavaFX thread. */
    public void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(20))
                .until(() -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
    }

    /** Asks something on the JavaFX thread. */
    public <T> T on(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }

    @Override
    public void close() {
        robot.interact(workbench::close);
        workspace.close();
    }

    private record InMemory(Supplier<TraceSnapshot> trace) implements OpenTrace {

        @Override
        public String title() {
            return "in memory";
        }

        @Override
        public TraceSnapshot snapshot() {
            return trace.get();
        }

        @Override
        public void addListener(Runnable listener) {
        }

        @Override
        public void removeListener(Runnable listener) {
        }

        @Override
        public void close() {
        }
    }
}
