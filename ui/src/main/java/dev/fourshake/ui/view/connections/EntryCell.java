package dev.fourshake.ui.view.connections;

import dev.fourshake.app.broker.BrokerState;
import dev.fourshake.app.broker.EmbeddedBroker;
import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.app.tap.TapStatus;
import dev.fourshake.app.tap.line.LineControl;
import dev.fourshake.app.workspace.CaptureReplay;
import dev.fourshake.app.workspace.CaptureTrace;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.app.workspace.OwnClient;
import dev.fourshake.app.workspace.TapPlan;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.model.session.Link;
import dev.fourshake.model.session.Session;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.line.LineWords;
import dev.fourshake.ui.workbench.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line of the Connections view: an icon, a name, and quietly behind it how it stands. */
final class EntryCell extends TreeCell<Entry> {

    private static final Texts TEXTS = Texts.of(EntryCell.class);
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("fs-shown");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("fs-failed");

    /** What a line says. */
    private record Line(Ikon icon, String name, String state, boolean failed, String tooltip) {
    }

    private final Workspace workspace;
    private final Predicate<OpenTrace> shown;
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label state = new Label();
    private final HBox line = new HBox(6, icon, name, state);
    private final Tooltip tooltip = new Tooltip();

    EntryCell(Workspace workspace, Predicate<OpenTrace> shown, ObservableValue<Number> beat) {
        this.workspace = workspace;
        this.shown = shown;
        line.getStyleClass().add("fs-connection");
        name.getStyleClass().add("fs-name");
        state.getStyleClass().add("fs-state");
        name.setMinWidth(USE_PREF_SIZE);
        // As wide as the view: what does not fit ends in an ellipsis, and the tooltip has all of it.
        setPrefWidth(0);
        beat.subscribe(_ -> write(getItem(), isEmpty()));
    }

    @Override
    protected void updateItem(Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        write(entry, empty);
    }

    private void write(Entry entry, boolean empty) {
        if (empty || entry == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        Line text = line(entry);
        icon.setIconCode(text.icon());
        name.setText(text.name());
        state.setText(text.state());
        tooltip.setText(text.state() + (text.tooltip().isEmpty() ? "" : "\n" + text.tooltip()));
        pseudoClassStateChanged(FAILED, text.failed());
        pseudoClassStateChanged(SHOWN, switch (entry) {
            case Entry.Tap(LiveTap tap) -> shown.test(tap);
            case Entry.Source(OpenTrace source) -> shown.test(source);
            case Entry.Root _, Entry.Broker _, Entry.Plan _, Entry.Device _, Entry.Client _ -> false;
        });
        setTooltip(tooltip);
        setAccessibleText(text.name() + ", " + text.state());
        setGraphic(line);
    }

    private Line line(Entry entry) {
        return switch (entry) {
            case Entry.Root _ -> new Line(Feather.CIRCLE, "", "", false, "");
            case Entry.Broker _ -> broker();
            case Entry.Tap(LiveTap tap) -> tap(tap);
            case Entry.Plan(TapPlan plan) -> plan(plan);
            case Entry.Device(LiveTap tap, int link) -> device(tap, link);
            case Entry.Client(OwnClient client) -> client(client);
            case Entry.Source(CaptureTrace capture) ->
                    new Line(Feather.FILE_TEXT, capture.title(), TEXTS.get("source"), false, capture.file().toString());
            case Entry.Source(CaptureReplay replay) -> new Line(Feather.PLAY_CIRCLE, replay.title(),
                    TEXTS.get("source"), false, replay.file().toString());
            case Entry.Source(OpenTrace source) ->
                    new Line(Feather.FILE_TEXT, source.title(), TEXTS.get("source"), false, "");
        };
    }

    private Line broker() {
        Optional<EmbeddedBroker> broker = workspace.broker();
        String keeps = broker.map(b -> sentences(b.retention().sentences())).orElse("");
        BrokerState now = broker.map(EmbeddedBroker::state).orElse(null);
        String state = switch (now) {
            case null -> TEXTS.get("broker.off");
            case BrokerState.Starting _ -> TEXTS.get("broker.starting");
            case BrokerState.Listening listening -> TEXTS.get("broker.listening",
                    listening.address().getHostString() + ":" + listening.address().getPort());
            case BrokerState.Failed(Message sentence) -> sentence.text();
            case BrokerState.Stopped _ -> TEXTS.get("broker.stopped");
        };
        return new Line(Feather.SERVER, TEXTS.get("broker"), state, now instanceof BrokerState.Failed, keeps);
    }

    private static String sentences(List<Message> messages) {
        return messages.stream().map(Message::text).collect(Collectors.joining("\n"));
    }

    private static Line tap(LiveTap tap) {
        TapStatus status = tap.tap().status();
        String address = status.listening().map(Object::toString).orElse(TEXTS.get("tap.closed"));
        String state = TEXTS.get("tap.state", address, tap.tap().options().broker().toString(), status.linksUp());
        if (tap.isRecording()) {
            state = TEXTS.get("tap.recording", state);
        }
        LineControl lines = tap.tap().lines();
        if (lines.isWeak()) {
            state = TEXTS.get("tap.weak", state, LineWords.of(lines.rules()));
        }
        return new Line(lines.isWeak() ? Feather.WIFI_OFF : Feather.GIT_COMMIT, tap.title(), state,
                status.problem().isPresent(),
                status.problem().map(Message::text).orElse(TEXTS.get("tap.hint", address)));
    }

    private static Line plan(TapPlan plan) {
        return new Line(Feather.CIRCLE, plan.options().name(),
                TEXTS.get("plan.state", plan.options().listen().toString(),
                plan.options().broker().toString()), false, TEXTS.get("plan.hint"));
    }

    private static Line device(LiveTap tap, int number) {
        TraceSnapshot trace = tap.snapshot();
        Link link = trace.links().get(number - 1);
        Optional<Session> session = link.session() >= 0 ? Optional.of(trace.sessions().get(link.session()))
                : Optional.empty();
        String name = session.map(Session::clientId).filter(id -> !id.isEmpty()).orElse(link.opened().client());
        String version = link.version().map(v -> "MQTT " + v.code()).orElse(TEXTS.get("device.unknown"));
        boolean up = link.ended().isEmpty();
        boolean refused = !up && tap.tap().refusedCertificates().stream().anyMatch(each -> each.link() == number);
        String state = refused ? TEXTS.get("device.refused")
                : up && tap.tap().isUnverified(number)
                        ? TEXTS.get("device.unverified", TEXTS.get("device.online", version))
                : TEXTS.get(up ? "device.online" : "device.offline", version);
        if (up && tap.tap().lines().isWeak(number, session.map(Session::clientId).orElse(""))) {
            state = TEXTS.get("device.weak", state);
        }
        return new Line(up ? Feather.CPU : Feather.MOON, name, state, refused,
                TEXTS.get(refused ? "device.refused.hint" : "device.hint", link.opened().client(), number));
    }

    private static Line client(OwnClient client) {
        Optional<ClientFailure> problem = client.problem();
        return new Line(Feather.USER, client.options().clientId(),
                TEXTS.get("client." + client.state().name(), "MQTT " + client.options().version().code()),
                problem.isPresent(), problem.map(ClientFailure::getMessage).orElse(""));
    }
}
