package dev.fourshake.ui.view.connections;

import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.command.MainMenu.Title;
import dev.fourshake.ui.workbench.frame.Phase;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.kordamp.ikonli.feather.Feather;

/**
 * New taps, new clients and the recording of the shown tap as commands, from anywhere in the window: a view is made
 * when it is first seen, and in another perspective the Connections view may never be.
 */
public final class ConnectionCommands {

    private static final Texts TEXTS = Texts.of(ConnectionCommands.class);

    public static final Command NEW_TAP = Command.of("connections.newTap", TEXTS.get("command.newTap"))
            .hint(TEXTS.get("command.newTap.hint")).icon(Feather.PLUS_CIRCLE).key("Shortcut+T");
    public static final Command NEW_CLIENT = Command.of("connections.newClient", TEXTS.get("command.newClient"))
            .hint(TEXTS.get("command.newClient.hint")).icon(Feather.USER_PLUS).key("Shortcut+N");
    public static final Command RECORD = Command.of("connections.record", TEXTS.get("command.record"))
            .hint(TEXTS.get("command.record.hint")).icon(Feather.DISC).key("Shortcut+R").check();

    private final Workbench workbench;
    private final ViewContext context;
    private final BooleanProperty hasTap = new SimpleBooleanProperty();
    private final BooleanProperty recording = new SimpleBooleanProperty();
    private final BooleanProperty canRecord = new SimpleBooleanProperty();

    private ConnectionCommands(Workbench workbench, ViewContext context) {
        this.workbench = workbench;
        this.context = context;
    }

    /** Before the window opens. */
    public static void install(Workbench workbench, ViewContext context) {
        ConnectionCommands commands = new ConnectionCommands(workbench, context);
        Connecting connecting = new Connecting(workbench, context);
        workbench.commands().handle(NEW_TAP, Handler.of(connecting::newTap));
        workbench.commands().handle(NEW_CLIENT, Handler.of(connecting::newClient, commands.hasTap));
        workbench.commands().handle(RECORD, Handler.toggle(commands::record, commands.recording, commands.canRecord));
        workbench.menu().add(Title.FILE, "new", NEW_TAP);
        workbench.menu().add(Title.FILE, "new", NEW_CLIENT);
        workbench.menu().add(Title.FILE, "save", RECORD);
        workbench.onClose(context.workspace().onChange(workbench.pulse()::arm));
        workbench.pulse().on(Phase.UPDATE, commands::update);
    }

    private void update() {
        hasTap.set(!context.workspace().taps().isEmpty());
        Optional<LiveTap> tap = shownTap();
        canRecord.set(tap.isPresent());
        recording.set(tap.filter(LiveTap::isRecording).isPresent());
    }

    private Optional<LiveTap> shownTap() {
        return context.shown().sourceProperty().get().filter(LiveTap.class::isInstance).map(LiveTap.class::cast)
                .filter(context.workspace().taps()::contains);
    }

    private void record() {
        shownTap().ifPresent(tap -> workbench.jobs().start(TEXTS.get("job.record", tap.title()), _ -> {
            if (tap.isRecording()) {
                tap.stopRecording();
            } else {
                context.workspace().startRecording(tap);
            }
            return null;
        }));
    }
}
