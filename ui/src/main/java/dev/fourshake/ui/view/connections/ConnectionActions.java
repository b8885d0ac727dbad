package dev.fourshake.ui.view.connections;

import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.app.client.ConnectOptions;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.RefusedCertificate;
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
import dev.fourshake.ui.workbench.message.Message;
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
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/** What can be done in the Connections view, each as a command with its menu item and button. */
final class ConnectionActions {

    private static final Texts TEXTS = Texts.of(ConnectionActions.class);

    private static final Command NEW_TAP = Command.of("connections.newTap", TEXTS.get("command.newTap"))
            .hint(TEXTS.get("command.newTap.hint")).icon(Feather.PLUS_CIRCLE).key("Shortcut+T");
    private static final Command NEW_CLIENT = Command.of("connections.newClient", TEXTS.get("command.newClient"))
            .hint(TEXTS.get("command.newClient.hint")).icon(Feather.USER_PLUS).key("Shortcut+N");
    private static final Command RECORD = Command.of("connections.record", TEXTS.get("command.record"))
            .hint(TEXTS.get("command.record.hint")).icon(Feather.DISC).key("Shortcut+R").check();
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
    private final Supplier<Optional<Entry>> chosen;
    private final BooleanProperty hasTap = new SimpleBooleanProperty();
    private final BooleanProperty recording = new SimpleBooleanProperty();
    private final BooleanProperty canRecord = new SimpleBooleanProperty();
    private final BooleanProperty canStart = new SimpleBooleanProperty();
    private final BooleanProperty canConnect = new SimpleBooleanProperty();
    private final BooleanProperty canDisconnect = new SimpleBooleanProperty();
    private final BooleanProperty canTrust = new SimpleBooleanProperty();
    private final BooleanProperty canEnd = new SimpleBooleanProperty();

    ConnectionActions(ViewSite site, ViewContext context, Supplier<Optional<Entry>> chosen) {
        this.workbench = site.workbench();
        this.context = context;
        closing = new SourceClosing(workbench, context);
        this.chosen = chosen;
        Commands commands = workbench.commands();
        commands.handle(NEW_TAP, Handler.of(this::newTap));
        commands.handle(NEW_CLIENT, Handler.of(this::newClient, hasTap));
        commands.handle(RECORD, Handler.toggle(this::record, recording, canRecord));
        commands.handle(START, Handler.of(() -> plan().ifPresent(this::start), canStart));
        commands.handle(EDIT, Handler.of(() -> plan().ifPresent(this::edit), canStart));
        commands.handle(CONNECT, Handler.of(() -> client().ifPresent(this::connect), canConnect));
        commands.handle(DISCONNECT, Handler.of(() -> client().ifPresent(OwnClient::disconnect), canDisconnect));
        commands.handle(CUT, Handler.of(() -> client().ifPresent(OwnClient::abort), canDisconnect));
        commands.handle(TRUST, Handler.of(this::trust, canTrust));
        commands.handle(END, Handler.of(this::end, canEnd));
    }

    List<Node> toolbar() {
        return Stream.of(NEW_TAP, NEW_CLIENT, RECORD, END)
                .<Node>map(command -> CommandControls.button(workbench.commands(), command)).toList();
    }

    ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        for (Command command : List.of(NEW_TAP, NEW_CLIENT, START, EDIT, RECORD, CONNECT, DISCONNECT, CUT, TRUST,
                END)) {
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
        Optional<LiveTap> tap = tap();
        hasTap.set(!context.workspace().taps().isEmpty());
        canRecord.set(tap.isPresent());
        recording.set(tap.filter(LiveTap::isRecording).isPresent());
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
        plan().ifPresent(this::start);
        client().filter(own -> own.state() == OwnClient.State.DISCONNECTED).ifPresent(this::connect);
    }

    private Optional<LiveTap> tap() {
        return chosen.get().flatMap(entry -> entry instanceof Entry.Tap(LiveTap tap) ? Optional.of(tap)
                : Optional.empty());
    }

    private Optional<TapPlan> plan() {
        return chosen.get().flatMap(entry -> entry instanceof Entry.Plan(TapPlan plan) ? Optional.of(plan)
                : Optional.empty());
    }

    private Optional<OwnClient> client() {
        return chosen.get().flatMap(entry -> entry instanceof Entry.Client(OwnClient client) ? Optional.of(client)
                : Optional.empty());
    }

    // ------------------------------------------------------------------ taps

    private void newTap() {
        askTap(TEXTS.get("tap.title"), new TapForm(context.workspace().data())).ifPresent(plan ->
                start(plan, () -> context.workspace().plans().save(plan)));
    }

    private void edit(TapPlan plan) {
        askTap(TEXTS.get("tap.title.edit"), new TapForm(context.workspace().data(), plan)).ifPresent(changed ->
                start(changed, () -> context.workspace().changePlan(plan, changed)));
    }

    private Optional<TapPlan> askTap(String title, TapForm form) {
        return FormDialog.ask(window(), title, form.content(), TEXTS.get("tap.ok"), form::plan, form::say,
                form::focus);
    }

    private void start(TapPlan plan) {
        start(plan, () -> { });
    }

    /** @param save remembers the plan, on the job's thread */
    private void start(TapPlan plan, Runnable save) {
        workbench.jobs().start(TEXTS.get("job.start", plan.options().name()),
                        _ -> {
                            save.run();
                            LiveTap tap = context.workspace().startTap(plan);
                            if (plan.record()) {
                                context.workspace().startRecording(tap);
                            }
                            return tap;
                        })
                .onDone(context.shown()::show);
    }

    private void record() {
        tap().ifPresent(tap -> workbench.jobs().start(TEXTS.get("job.record", tap.title()), _ -> {
            if (tap.isRecording()) {
                tap.stopRecording();
            } else {
                context.workspace().startRecording(tap);
            }
            return null;
        }));
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
        FormDialog.ask(window(), TEXTS.get("trust.title"), form.content(), TEXTS.get("trust.ok"), form::grant, _ -> { },
                form::focus).ifPresent(grant -> workbench.jobs().start(TEXTS.get("trust.title"), _ -> {
                    context.workspace().grant(tap, grant);
                    return null;
                }));
    }

    // ------------------------------------------------------------------ clients

    private void newClient() {
        List<LiveTap> taps = context.workspace().taps();
        LiveTap preferred = tap().orElseGet(taps::getFirst);
        String name = TEXTS.get("client.proposal", Integer.toString(context.workspace().clients().size() + 1));
        ConnectForm form = new ConnectForm(taps, preferred, name);
        FormDialog.ask(window(), TEXTS.get("connect.title"), form.content(), TEXTS.get("connect.ok"), form::options,
                form::say, form::focus).ifPresent(options -> {
                    OwnClient client = context.workspace().newClient(form.tap(), options);
                    context.shown().show(form.tap());
                    connect(client);
                });
    }

    private void connect(OwnClient client) {
        client.connect(client.options()).whenComplete((_, failure) -> {
            if (failure != null) {
                workbench.messages().show(Message.error(ClientFailure.in(failure).getMessage()));
            }
        });
    }

    // ------------------------------------------------------------------ ending

    /** Ends what is chosen; asks first where devices would lose their connection. */
    void end() {
        chosen.get().ifPresent(entry -> {
            switch (entry) {
                case Entry.Tap(LiveTap tap) -> closing.close(tap);
                case Entry.Plan(TapPlan plan) -> context.workspace().plans().remove(plan);
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

    private Window window() {
        return workbench.window();
    }
}
