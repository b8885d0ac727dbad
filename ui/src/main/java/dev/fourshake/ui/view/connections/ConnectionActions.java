package dev.fourshake.ui.view.connections;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.tls.RefusedCertificate;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.app.workspace.OwnClient;
import dev.fourshake.app.workspace.TapPlan;
import dev.fourshake.ui.capture.SourceClosing;
import dev.fourshake.ui.line.LineCommands;
import dev.fourshake.ui.view.FormDialog;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.CommandControls;
import dev.fourshake.ui.workbench.command.Commands;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** What can be done in the Connections view, each as a command with its menu item and button. */
final class ConnectionActions {

    private static final Texts TEXTS = Texts.of(ConnectionActions.class);

    private static final Command CONNECT = Command.of("connections.connect", TEXTS.get("command.connect"))
            .icon(Feather.LINK);
    private static final Command DISCONNECT = Command.of("connections.disconnect", TEXTS.get("command.disconnect"))
            .icon(Feather.LOG_OUT);
    private static final Command CUT = Command.of("connections.cut", TEXTS.get("command.cut"))
            .hint(TEXTS.get("command.cut.hint")).icon(Feather.SCISSORS);
    private static final Command START = Command.of("connections.start", TEXTS.get("command.start"))
            .hint(TEXTS.get("command.start.hint")).icon(Feather.PLAY_CIRCLE);
    private static final Command EDIT = Command.of("connections.edit", TEXTS.get("command.edit")).icon(Feather.EDIT_2);
    private static final Command TRUST = Command.of("connections.trust", TEXTS.get("command.trust"))
            .hint(TEXTS.get("command.trust.hint")).icon(Feather.SHIELD);
    private static final Command END = Command.of("connections.end", TEXTS.get("command.end"))
            .hint(TEXTS.get("command.end.hint")).icon(Feather.X_CIRCLE);

    private final Workbench workbench;
    private final ViewContext context;
    private final SourceClosing closing;
    private final Connecting connecting;
    private final Supplier<Optional<Entry>> chosen;
    private final BooleanProperty canStart = new SimpleBooleanProperty();
    private final BooleanProperty canConnect = new SimpleBooleanProperty();
    private final BooleanProperty canDisconnect = new SimpleBooleanProperty();
    private final BooleanProperty canTrust = new SimpleBooleanProperty();
    private final BooleanProperty canEnd = new SimpleBooleanProperty();

    ConnectionActions(ViewSite site, ViewContext context, Supplier<Optional<Entry>> chosen) {
        this.workbench = site.workbench();
        this.context = context;
        closing = new SourceClosing(workbench, context);
        connecting = new Connecting(workbench, context);
        this.chosen = chosen;
        Commands commands = workbench.commands();
        commands.handle(START, Handler.of(() -> plan().ifPresent(connecting::start), canStart));
        commands.handle(EDIT, Handler.of(() -> plan().ifPresent(connecting::edit), canStart));
        commands.handle(CONNECT, Handler.of(() -> client().ifPresent(connecting::connect), canConnect));
        commands.handle(DISCONNECT, Handler.of(() -> client().ifPresent(OwnClient::disconnect), canDisconnect));
        commands.handle(CUT, Handler.of(() -> client().ifPresent(OwnClient::abort), canDisconnect));
        commands.handle(TRUST, Handler.of(this::trust, canTrust));
        commands.handle(END, Handler.of(this::end, canEnd));
    }

    List<Node> toolbar() {
        return Stream.of(ConnectionCommands.NEW_TAP, ConnectionCommands.NEW_CLIENT, ConnectionCommands.RECORD, END)
                .<Node>map(command -> CommandControls.button(workbench.commands(), command)).toList();
    }

    ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        for (Command command : List.of(ConnectionCommands.NEW_TAP, ConnectionCommands.NEW_CLIENT, START, EDIT,
                ConnectionCommands.RECORD, CONNECT, DISCONNECT, CUT, TRUST, END)) {
            menu.getItems().add(CommandControls.menuItem(workbench.commands(), command));
        }
        menu.getItems().add(new SeparatorMenuItem());
        for (Command command : List.of(LineCommands.WEAK, LineCommands.QUALITY)) {
            menu.getItems().add(CommandControls.menuItem(workbench.commands(), command));
        }
        return menu;
    }

    /** Takes up what is chosen and how it stands now. */
    void refresh() {
        canStart.set(plan().isPresent());
        Optional<OwnClient.State> state = client().map(OwnClient::state);
        canConnect.set(state.filter(s -> s == OwnClient.State.DISCONNECTED).isPresent());
        canDisconnect.set(state.filter(s -> s != OwnClient.State.DISCONNECTED).isPresent());
        canTrust.set(refused().isPresent());
        canEnd.set(chosen.get().filter(entry -> switch (entry) {
            case Entry.Tap _, Entry.Plan _, Entry.Client _, Entry.Source _ -> true;
            case Entry.Root _, Entry.Broker _, Entry.Device _ -> false;
        }).isPresent());
    }

    /** What a double click does: start what is not running, connect what is not connected. */
    void open() {
        plan().ifPresent(connecting::start);
        client().filter(own -> own.state() == OwnClient.State.DISCONNECTED).ifPresent(connecting::connect);
    }

    private Optional<TapPlan> plan() {
        return chosen.get().flatMap(entry -> entry instanceof Entry.Plan(TapPlan plan) ? Optional.of(plan)
                : Optional.empty());
    }

    private Optional<OwnClient> client() {
        return chosen.get().flatMap(entry -> entry instanceof Entry.Client(OwnClient client) ? Optional.of(client)
                : Optional.empty());
    }

    /** The certificate that was refused for the chosen device; of a chosen tap, for any of its devices. */
    private Optional<RefusedCertificate> refused() {
        return chosen.get().flatMap(entry -> switch (entry) {
            case Entry.Tap(LiveTap tap) -> tap.tap().refusedCertificates().stream().findFirst();
            case Entry.Device(LiveTap tap, int link) -> {
                String client = tap.snapshot().links().get(link - 1).opened().client();
                yield tap.tap().refusedCertificates().stream()
                        .filter(each -> each.device().equals(HostPort.parse(client).host())).findFirst();
            }
            case Entry.Root _, Entry.Broker _, Entry.Plan _, Entry.Client _, Entry.Source _ -> Optional.empty();
        });
    }

    private void trust() {
        RefusedCertificate refused = refused().orElseThrow();
        LiveTap tap = chosen.get().map(entry -> switch (entry) {
            case Entry.Tap(LiveTap own) -> own;
            case Entry.Device(LiveTap own, int _) -> own;
            case Entry.Root _, Entry.Broker _, Entry.Plan _, Entry.Client _, Entry.Source _ -> null;
        }).orElseThrow();
        CertificateForm form = new CertificateForm(refused);
        FormDialog.ask(workbench.window(), TEXTS.get("trust.title"), form.content(), TEXTS.get("trust.ok"), form::grant,
                _ -> { }, form::focus).ifPresent(grant -> workbench.jobs().start(TEXTS.get("trust.title"), _ -> {
                    context.workspace().grant(tap, grant);
                    return null;
                }));
    }

    // ------------------------------------------------------------------ ending

    /** Ends what is chosen; asks first where devices would lose their connection. */
    void end() {
        chosen.get().ifPresent(entry -> {
            switch (entry) {
                case Entry.Tap(LiveTap tap) -> closing.close(tap);
                case Entry.Plan(TapPlan plan) -> connecting.forget(plan);
                case Entry.Source(OpenTrace source) -> closing.close(source);
                case Entry.Client(OwnClient client) -> workbench.jobs().start(
                        TEXTS.get("job.end", client.options().clientId()), _ -> {
                            context.workspace().end(client);
                            return null;
                        });
                case Entry.Root _, Entry.Broker _, Entry.Device _ -> { }
            }
        });
    }
}
