package dev.fourshake.ui.view.exchange;

import static dev.fourshake.ui.view.exchange.SheetText.TEXTS;

import dev.fourshake.app.trace.WireClock;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.StandardCommands;
import dev.fourshake.ui.workbench.command.CommandControls;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.view.Memento;
import dev.fourshake.ui.workbench.view.ViewPart;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The Exchange view: where sender and receiver of an exchange stand at the chosen moment, what each remembers, and what
 * each would do if the link died now. While nothing is chosen it follows what is held, else the newest message.
 */
public final class ExchangeView implements ViewPart {

    public static final String ID = "exchange";

    /** While following: time to look at one message before the next takes its place. */
    private static final Duration GLANCE = Duration.millis(400);

    private final ViewSite site;
    private final ViewContext context;
    private final SheetPane sheet = new SheetPane(this::chooseStep, this::showNow);
    private final Label empty = new Label();
    private final StackPane content = new StackPane(sheet, empty);
    private final ToggleButton follow = new ToggleButton(null, new FontIcon(Feather.CHEVRONS_DOWN));
    private final BooleanProperty hasSheet = new SimpleBooleanProperty();
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
    private final PauseTransition glance = new PauseTransition(GLANCE);
    private Newest newest = new Newest();
    private Optional<Moment> chosen = Optional.empty();
    private long followedSince;
    /** From what the sheet was read: nothing of it changes while these are the same. */
    private TraceSnapshot readFrom;
    private Optional<Moment> readAt = Optional.empty();

    public ExchangeView(ViewSite site, ViewContext context) {
        this.site = site;
        this.context = context;
        sheet.visibleProperty().bind(hasSheet);
        empty.visibleProperty().bind(hasSheet.not());
        empty.setWrapText(true);
        empty.setTextAlignment(TextAlignment.CENTER);
        empty.getStyleClass().add("exchange-empty");
        follow.setId("exchange-follow");
        follow.getStyleClass().add("command-button");
        follow.setSelected(true);
        follow.setTooltip(new Tooltip(TEXTS.get("follow") + "\n" + TEXTS.get("follow.hint")));
        follow.setAccessibleText(TEXTS.get("follow"));
        follow.setAccessibleHelp(TEXTS.get("follow.hint"));
        follow.setOnAction(_ -> site.workbench().pulse().arm());
        site.handle(StandardCommands.COPY, Handler.of(this::copy, hasSheet));
        ContextMenu menu = new ContextMenu(
                CommandControls.menuItem(site.workbench().commands(), StandardCommands.COPY));
        sheet.setContextMenu(menu);
        clock.setCycleCount(Animation.INDEFINITE);
        glance.setOnFinished(_ -> site.workbench().pulse().arm());
        context.shown().sourceProperty().subscribe(_ -> startAnew());
        context.selection().listen(this, this::reveal);
        site.onPulse(Phase.UPDATE, this::update);
    }

    private void startAnew() {
        newest = new Newest();
        chosen = Optional.empty();
        follow.setSelected(true);
    }

    private void reveal(Selection selection) {
        TraceSnapshot trace = context.shown().snapshot();
        Optional<Moment> moment = selection == null ? Optional.empty() : Moment.of(selection, trace);
        boolean isRow = selection != null && selection.rowChosen().isPresent();
        if (selection == null) {
            follow.setSelected(true);
        } else if (moment.isPresent() || isRow) {
            follow.setSelected(false);
            chosen = moment;
        }
        site.workbench().pulse().arm();
    }

    private void chooseStep(int row) {
        context.selection().select(new Selection.Row(row), this);
        reveal(context.selection().get());
    }

    private void showNow() {
        chosen.ifPresent(moment -> {
            context.selection().select(new Selection.Exchange(moment.exchange()), this);
            reveal(context.selection().get());
        });
    }

    private void update() {
        TraceSnapshot trace = context.shown().snapshot();
        if (follow.isSelected()) {
            followNewest(trace);
        }
        Optional<Moment> known = chosen.filter(moment -> moment.isIn(trace));
        if (trace != readFrom || !known.equals(readAt)) {
            readFrom = trace;
            readAt = known;
            known.map(moment -> ExchangeSheet.of(trace, moment)).ifPresent(sheet::show);
            hasSheet.set(known.isPresent());
        }
        empty.setText(TEXTS.get(trace.exchangeCount() == 0 || follow.isSelected() ? "empty" : "empty.row"));
        tick();
    }

    private void followNewest(TraceSnapshot trace) {
        Optional<Moment> wanted = newest.in(trace);
        if (wanted.equals(chosen)) {
            return;
        }
        long now = System.nanoTime();
        if (chosen.isEmpty() || now - followedSince >= GLANCE.toMillis() * 1_000_000) {
            chosen = wanted;
            followedSince = now;
        } else {
            // The traffic may pause right here: look again when it is time.
            glance.play();
        }
    }

    /** An open exchange of running traffic grows older without anything happening. */
    private void tick() {
        boolean live = context.shown().sourceProperty().get().filter(LiveTap.class::isInstance).isPresent();
        sheet.tick(live ? Optional.of(WireClock.now()) : Optional.empty());
    }

    private void copy() {
        ClipboardContent copied = new ClipboardContent();
        copied.putString(sheet.text());
        Clipboard.getSystemClipboard().setContent(copied);
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public List<Node> toolbar() {
        return List.of(follow);
    }

    @Override
    public void focus() {
        sheet.requestFocus();
    }

    @Override
    public void shown() {
        clock.play();
    }

    @Override
    public void hidden() {
        clock.stop();
    }

    @Override
    public void saveState(Memento memento) {
        memento.put("follow", follow.isSelected());
    }

    @Override
    public void dispose() {
        clock.stop();
        glance.stop();
    }
}
