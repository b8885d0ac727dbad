package dev.fourshake.ui.status;

import dev.fourshake.app.broker.BrokerState;
import dev.fourshake.app.broker.EmbeddedBroker;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.frame.Phase;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** The figures at the right of the status line. */
public final class StatusItems {

    private static final Texts TEXTS = Texts.of(StatusItems.class);
    private static final double TITLE_WIDTH = 200;
    /** Room for a million rows: as they grow, what is left of them would go away under the pointer, Cancel too. */
    private static final double FIGURE_WIDTH = 120;

    private final ViewContext context;
    private final Label shown = new Label();
    private final Label packets = new Label();
    private final Label held = new Label();
    private final Label problems = new Label();
    private final Label broker = new Label();
    private final Tooltip retention = new Tooltip();

    /** Adds them to the window's status line. */
    public StatusItems(Workbench workbench, ViewContext context) {
        this.context = context;
        held.getStyleClass().add("fs-held-text");
        broker.setTooltip(retention);
        shown.setMaxWidth(TITLE_WIDTH);
        packets.setMinWidth(FIGURE_WIDTH);
        problems.setMinWidth(FIGURE_WIDTH);
        for (Label label : new Label[] {shown, held, packets, problems, broker}) {
            workbench.statusLine().add(label);
        }
        context.workspace().onChange(workbench.pulse()::arm);
        workbench.pulse().on(Phase.UPDATE, this::update);
    }

    private void update() {
        TraceSnapshot trace = context.shown().snapshot();
        // A capture can be renamed while it is shown.
        shown.setText(context.shown().sourceProperty().get().map(OpenTrace::title).orElse(TEXTS.get("nothing")));
        packets.setText(TEXTS.get("packets", trace.rowCount()));
        problems.setText(TEXTS.get("problems", trace.findings().size()));
        int standing = standing(trace);
        held.setText(standing == 0 ? "" : TEXTS.get("held", standing));
        held.setVisible(standing > 0);
        held.setManaged(standing > 0);
        Optional<EmbeddedBroker> embedded = context.workspace().broker();
        broker.setText(embedded.map(EmbeddedBroker::state).map(StatusItems::state).orElse(TEXTS.get("broker.off")));
        retention.setText(embedded.map(b -> b.retention().sentences().stream().map(Message::text)
                .collect(Collectors.joining("\n"))).orElse(TEXTS.get("broker.off")));
    }

    /** At a tap that runs, those that breakpoints hold: what is late on a weak line is not held. */
    private int standing(TraceSnapshot trace) {
        return context.shown().sourceProperty().get().filter(LiveTap.class::isInstance)
                .map(tap -> ((LiveTap) tap).tap().holds().held().size()).orElse(trace.heldRows().size());
    }

    private static String state(BrokerState state) {
        return switch (state) {
            case BrokerState.Starting _ -> TEXTS.get("broker.starting");
            case BrokerState.Listening listening -> TEXTS.get("broker.listening",
                    Integer.toString(listening.address().getPort()));
            case BrokerState.Failed _ -> TEXTS.get("broker.failed");
            case BrokerState.Stopped _ -> TEXTS.get("broker.off");
        };
    }
}
