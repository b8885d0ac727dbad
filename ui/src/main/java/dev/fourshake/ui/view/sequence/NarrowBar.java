package dev.fourshake.ui.view.sequence;

import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.workbench.Texts;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says above the diagram that it shows only one exchange or session, and how to see all again. */
final class NarrowBar {

    private static final Texts TEXTS = Texts.of(NarrowBar.class);
    private static final double GAP = 8;

    private final Label label = new Label();
    private final HBox bar;

    NarrowBar(Runnable onClear) {
        Button all = new Button(TEXTS.get("filter.clear"), new FontIcon(Feather.X));
        all.setId("sequence-show-all");
        all.getStyleClass().addAll("small", "flat");
        all.setOnAction(_ -> onClear.run());
        bar = new HBox(GAP, new FontIcon(Feather.FILTER), label, all);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setPadding(new Insets(2, GAP, 2, GAP));
        bar.setVisible(false);
        bar.setManaged(false);
    }

    Node node() {
        return bar;
    }

    void show(ShowOnly filter, TraceSnapshot trace) {
        filter.exchange().ifPresent(id -> {
            Exchange exchange = trace.exchange(id);
            label.setText(exchange.packetId() == 0
                    ? TEXTS.get("filter.exchange", exchange.kind(), client(trace, exchange.session()))
                    : TEXTS.get("filter.exchange.id", exchange.packetId(), client(trace, exchange.session())));
        });
        filter.message().ifPresent(id -> {
            Exchange published = trace.exchange(id);
            label.setText(TEXTS.get("filter.message", published.topic(), client(trace, published.session())));
        });
        filter.session().ifPresent(id -> label.setText(TEXTS.get("filter.session", client(trace, id))));
        bar.setVisible(filter.isNarrow());
        bar.setManaged(filter.isNarrow());
    }

    private static String client(TraceSnapshot trace, int session) {
        String name = session < 0 ? "" : trace.sessions().get(session).clientId();
        return name.isEmpty() ? TEXTS.get("client.unnamed") : name;
    }
}
