package dev.fourshake.ui;

import dev.fourshake.app.broker.BrokerState;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.model.wire.ProtocolVersion;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.command.MainMenu;
import dev.fourshake.ui.workbench.message.Message;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.kordamp.ikonli.feather.Feather;

/** The demonstration: the embedded broker, a tap, and two devices that talk through it. Needs no settings at all. */
final class Demonstration {

    private static final Texts TEXTS = Texts.of(Demonstration.class);
    private static final Command START = Command.of("demo.start", TEXTS.get("demo.command"))
            .hint(TEXTS.get("demo.command.hint")).icon(Feather.PLAY_CIRCLE);

    private final Workbench workbench;
    private final ViewContext context;
    private final BooleanProperty canStart = new SimpleBooleanProperty(true);

    Demonstration(Workbench workbench, ViewContext context) {
        this.workbench = workbench;
        this.context = context;
        workbench.commands().handle(START, Handler.of(() -> start(true), canStart));
        workbench.menu().add(MainMenu.Title.RUN, "demo", START);
    }

    /** Starts it in the background; it is shown unless the user has opened something else meanwhile. */
    void start() {
        start(false);
    }

    /** @param asked whether the user asked for it, and so wants to see it whatever is shown now */
    private void start(boolean asked) {
        canStart.set(false);
        Workspace workspace = context.workspace();
        workspace.startBroker().started().thenAcceptAsync(state -> {
            if (state instanceof BrokerState.Listening) {
                workbench.jobs().start(TEXTS.get("demo.starting"),
                                _ -> workspace.startDemo(TEXTS.get("demo.name"), ProtocolVersion.MQTT_5))
                        .onDone(tap -> show(tap, asked));
            } else if (state instanceof BrokerState.Failed(var sentence)) {
                workbench.messages().show(Message.error(sentence.text()));
                canStart.set(true);
            }
        }, Platform::runLater);
    }

    private void show(LiveTap tap, boolean asked) {
        if (asked || context.shown().sourceProperty().get().isEmpty()) {
            context.shown().show(tap);
        }
        context.workspace().onChange(() ->
                Platform.runLater(() -> canStart.set(!context.workspace().taps().contains(tap))));
    }
}
