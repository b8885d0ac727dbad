package dev.fourshake.ui.workbench;

import dev.fourshake.app.data.UserData;
import dev.fourshake.ui.workbench.command.Commands;
import dev.fourshake.ui.workbench.command.MainMenu;
import dev.fourshake.ui.workbench.command.MainToolBar;
import dev.fourshake.ui.workbench.dock.DockArea;
import dev.fourshake.ui.workbench.frame.Pulse;
import dev.fourshake.ui.workbench.job.BackgroundJobs;
import dev.fourshake.ui.workbench.layout.Perspective;
import dev.fourshake.ui.workbench.message.Message;
import dev.fourshake.ui.workbench.message.Messages;
import dev.fourshake.ui.workbench.quick.QuickAccess;
import dev.fourshake.ui.workbench.theme.Themes;
import dev.fourshake.ui.workbench.view.ViewRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * The window and its services. Make one, fill in views, perspectives, commands, menus and status items, and then
 * {@link #open} it:
 * <pre>{@code
 * Workbench workbench = new Workbench(UserData.resolve());
 * workbench.views().add(new ViewDescriptor("packets", "Packets", Feather.LIST, Area.CENTER, PacketsView::new));
 * workbench.add(new Perspective("trace", "Trace", Feather.ACTIVITY, Layout.of(Dock.tabs("packets"))));
 * workbench.open(stage);
 * }</pre>
 * For the JavaFX thread, unless a service says otherwise.
 */
public final class Workbench {

    private static final Logger LOG = System.getLogger(Workbench.class.getName());
    private static final Texts TEXT = Texts.of(Workbench.class);

    private final UserData data;
    private final Messages messages = new Messages();
    private final Pulse pulse = new Pulse(failure -> show(Message.error(TEXT.get("frame.failed")), failure));
    private final Commands commands = new Commands((command, failure) ->
            show(Message.error(TEXT.get("command.failed", command.label(), sentence(failure))), failure));
    private final BackgroundJobs jobs = new BackgroundJobs(pulse, (job, failure) ->
            show(Message.error(TEXT.get("job.failed", job.title(), sentence(failure))), failure));
    private final ViewRegistry views = new ViewRegistry();
    private final List<Perspective> perspectives = new ArrayList<>();
    private final List<Runnable> onClose = new ArrayList<>();
    private final List<BooleanSupplier> beforeExit = new ArrayList<>();
    private final Themes themes = new Themes();
    private final MainMenu menu = new MainMenu(commands);
    private final MainToolBar toolBar = new MainToolBar(commands);
    private final StatusLine statusLine = new StatusLine(jobs);
    private final QuickAccess quickAccess = new QuickAccess();
    private final WorkbenchWindow window;

    public Workbench(UserData data) {
        this.data = data;
        window = new WorkbenchWindow(this);
        StandardHandlers.install(this, window);
    }

    /** Shows the main window as the user left it. To be called once, when all views and perspectives are known. */
    public void open(Stage stage) {
        if (perspectives.isEmpty()) {
            throw new IllegalStateException("no perspective");
        }
        window.open(stage);
    }

    /** Saves the state, ends all views and closes the window. Does nothing the second time. */
    public void close() {
        window.close();
    }

    /** Runs {@code action} when the window closes, before the views end; the last added first. */
    public void onClose(Runnable action) {
        onClose.addFirst(action);
    }

    DockArea dock() {
        return window.dock();
    }

    /**
     * Lets something be asked before the user closes the window, such as whether unsaved work may be lost.
     *
     * @param mayClose asks; false keeps the window open
     */
    public void beforeExit(BooleanSupplier mayClose) {
        beforeExit.add(mayClose);
    }

    /** Closes the window as the user's wish, unless one that was asked minds. */
    public void exit() {
        if (beforeExit.stream().allMatch(BooleanSupplier::getAsBoolean)) {
            close();
        }
    }

    List<Runnable> closeActions() {
        return onClose;
    }

    public void add(Perspective perspective) {
        perspectives.add(perspective);
    }

    /** In their order; the first is the one that a new user sees. */
    public List<Perspective> perspectives() {
        return List.copyOf(perspectives);
    }

    /** Shows another perspective; the present one keeps its arrangement. */
    public void showPerspective(Perspective perspective) {
        window.showPerspective(perspective);
    }

    /** Opens a view if it is closed, selects it and moves the focus into it. */
    public void showView(String id) {
        window.dock().show(id);
    }

    /** Shows {@code message} above the views, with the failure as its details. From any thread. */
    public void show(Message message, Throwable failure) {
        LOG.log(Level.WARNING, message.text(), failure);
        StringWriter details = new StringWriter();
        failure.printStackTrace(new PrintWriter(details));
        messages.show(message.details(details.toString()));
    }

    /** What an exception says to the user; one without a message is named. */
    private static String sentence(Throwable failure) {
        String text = failure.getLocalizedMessage();
        return text == null || text.isBlank() ? failure.getClass().getSimpleName() : text;
    }

    /** The window that dialogs belong to: the one that the user works in, else the main one. */
    public Window window() {
        return Window.getWindows().stream().filter(one -> one instanceof Stage && one.isFocused()).findFirst()
                .orElseGet(window::stage);
    }

    public UserData data() {
        return data;
    }

    public ViewRegistry views() {
        return views;
    }

    public Commands commands() {
        return commands;
    }

    public MainMenu menu() {
        return menu;
    }

    public MainToolBar toolBar() {
        return toolBar;
    }

    public StatusLine statusLine() {
        return statusLine;
    }

    public Messages messages() {
        return messages;
    }

    public Pulse pulse() {
        return pulse;
    }

    public BackgroundJobs jobs() {
        return jobs;
    }

    /** To let more things be found there. */
    public QuickAccess quickAccess() {
        return quickAccess;
    }

    public Themes themes() {
        return themes;
    }
}
