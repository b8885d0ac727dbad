package dev.fourshake.ui.view.subscriptions;

import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.app.client.SubscribeOptions;
import dev.fourshake.app.workspace.OwnClient;
import dev.fourshake.app.workspace.OwnClient.Subscribed;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.ui.view.RecordTable;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.StandardCommands;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.frame.Pulse;
import dev.fourshake.ui.workbench.view.Memento;
import dev.fourshake.ui.workbench.view.ViewPart;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;

/**
 * The Subscriptions view: subscribes with a client of our own, shows what the broker granted, and the messages as the
 * application got them, which is not always what was on the wire.
 */
public final class SubscriptionsView implements ViewPart {

    public static final String ID = "subscriptions";

    private static final Texts TEXTS = Texts.of(SubscriptionsView.class);

    /** A subscription with the client that asked for it. */
    private record Line(OwnClient client, Subscribed subscribed) {

        Object identity() {
            return List.of(client, subscribed.asked().topicFilter());
        }
    }

    private final ViewContext context;
    private final SubscribeForm form = new SubscribeForm(this::subscribe);
    private final RecordTable<Line> table = new RecordTable<>(TEXTS, Line::identity);
    private final ArrivalsTable arrivals;
    private final SplitPane split;
    private final BorderPane content;
    private final Runnable unsubscribe;
    private List<Line> shown = List.of();

    public SubscriptionsView(ViewSite site, ViewContext context) {
        this.context = context;
        arrivals = new ArrivalsTable(site, context.shown()::snapshot);
        split = new SplitPane(table, arrivals.content());
        content = new BorderPane(split);
        table.text("client", 110, line -> line.client().options().clientId())
                .text("filter", 190, line -> line.subscribed().asked().topicFilter())
                .text("asked", 60, line -> TEXTS.get("qos.value", line.subscribed().asked().maximumQos().level()))
                .text("granted", 120, line -> granted(line.subscribed()))
                .text("options", 160, line -> options(line.subscribed().asked()));
        MenuItem remove = new MenuItem(TEXTS.get("unsubscribe"));
        remove.setOnAction(_ -> removeChosen());
        remove.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        table.setContextMenu(new ContextMenu(remove));
        split.setOrientation(Orientation.VERTICAL);
        content.setTop(form.content());
        Pulse pulse = site.workbench().pulse();
        unsubscribe = context.workspace().onChange(pulse::arm);
        site.handle(StandardCommands.COPY, Handler.of(this::copy));
        site.onPulse(Phase.UPDATE, this::update);
    }

    private static String granted(Subscribed subscribed) {
        if (subscribed.isRefused()) {
            return TEXTS.get("refused", String.format("%02X", subscribed.code()));
        }
        boolean lowered = subscribed.code() < subscribed.asked().maximumQos().level();
        return TEXTS.get(lowered ? "lowered" : "qos.value", subscribed.code());
    }

    private static String options(TopicSubscription asked) {
        return Stream.of(asked.noLocal() ? TEXTS.get("noLocal") : "",
                        asked.retainAsPublished() ? TEXTS.get("retainAsPublished") : "",
                        asked.retainHandling() == 0 ? "" : TEXTS.get("retainHandling." + asked.retainHandling()))
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    private void update() {
        List<OwnClient> clients = context.workspace().clients();
        form.offer(clients);
        List<Line> lines = new ArrayList<>();
        clients.forEach(client -> client.subscriptions().forEach(it -> lines.add(new Line(client, it))));
        if (!lines.equals(shown)) {
            shown = lines;
            table.fill(shown);
        }
        arrivals.update(clients);
    }

    /** Of the two lists the one that the user works in. */
    private void copy() {
        if (arrivals.isFocused()) {
            arrivals.copy();
        } else {
            table.copy();
        }
    }

    private void subscribe(OwnClient client, SubscribeOptions options) {
        form.say(TEXTS.get("result.sending"));
        client.subscribe(options).whenComplete((_, failure) -> {
            String sentence = failure == null ? "" : ClientFailure.in(failure).getMessage();
            Platform.runLater(() -> form.say(sentence));
        });
    }

    private void removeChosen() {
        for (Line line : List.copyOf(table.getSelectionModel().getSelectedItems())) {
            line.client().unsubscribe(List.of(line.subscribed().asked().topicFilter())).whenComplete((_, failure) -> {
                if (failure != null) {
                    String sentence = ClientFailure.in(failure).getMessage();
                    Platform.runLater(() -> form.say(sentence));
                }
            });
        }
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public List<Node> toolbar() {
        return List.of(arrivals.filterButton());
    }

    @Override
    public void focus() {
        form.focus();
    }

    @Override
    public void saveState(Memento memento) {
        table.saveState(memento);
        memento.put("divider", split.getDividerPositions()[0]);
    }

    @Override
    public void restoreState(Memento memento) {
        table.restoreState(memento);
        split.setDividerPositions(memento.number("divider", 0.4));
    }

    @Override
    public void dispose() {
        unsubscribe.run();
    }
}
