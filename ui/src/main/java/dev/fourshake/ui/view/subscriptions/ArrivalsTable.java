package dev.fourshake.ui.view.subscriptions;

import dev.fourshake.app.client.ReceivedMessage;
import dev.fourshake.app.workspace.OwnClient;
import dev.fourshake.app.workspace.OwnClient.Arrival;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.ui.view.RecordTable;
import dev.fourshake.ui.view.TableFilter;
import dev.fourshake.ui.workbench.view.ViewSite;
import dev.fourshake.ui.workbench.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;

/** The messages that the applications of our own clients got, newest first. */
final class ArrivalsTable {

    private static final Texts TEXTS =
            new Texts(ResourceBundle.getBundle(ArrivalsTable.class.getPackageName() + ".arrivals"));
    private static final int PREVIEW = 200;

    private record Line(OwnClient client, Arrival arrival) {
    }

    private final RecordTable<Line> table = new RecordTable<>(TEXTS, line -> line);
    private final TableFilter<Line> filter;
    private List<Line> shown = List.of();

    /** @param trace whose values are proposed to who filters */
    ArrivalsTable(ViewSite site, Supplier<TraceSnapshot> trace) {
        table.text("client", 110, line -> line.client().options().clientId())
                .number("number", 60, line -> TEXTS.get("number", line.arrival().number()),
                        line -> line.arrival().number())
                .text("topic", 190, line -> line.arrival().message().topic())
                .number("qos", 46, line -> Integer.toString(line.arrival().message().qos().level()),
                        line -> line.arrival().message().qos().level())
                .text("flags", 90, line -> flags(line.arrival().message()))
                .text("payload", 260, line -> preview(line.arrival().message().payload()));
        filter = new TableFilter<>(site, table, line -> new ArrivalSubject(line.client().options().clientId(),
                line.arrival().message()), trace);
    }

    Node content() {
        return filter.content();
    }

    /** Whether the user works in it. */
    boolean isFocused() {
        return table.isFocused();
    }

    /** Copies the chosen messages as text. */
    void copy() {
        table.copy();
    }

    Node filterButton() {
        return filter.button();
    }

    void update(List<OwnClient> clients) {
        List<Line> lines = new ArrayList<>();
        clients.forEach(client -> client.arrivals().reversed().forEach(it -> lines.add(new Line(client, it))));
        if (!lines.equals(shown)) {
            shown = lines;
            table.fill(shown);
        }
    }

    private static String flags(ReceivedMessage message) {
        return Stream.of(message.dup() ? "DUP" : "", message.retain() ? "RETAIN" : "")
                .filter(flag -> !flag.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String preview(Bytes payload) {
        String text = payload.slice(0, Math.min(PREVIEW, payload.length())).utf8().replaceAll("\\p{Cntrl}", "·");
        return payload.length() > PREVIEW ? text + "…" : text;
    }
}
