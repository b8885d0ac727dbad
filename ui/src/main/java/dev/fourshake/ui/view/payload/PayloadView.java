package dev.fourshake.ui.view.payload;

import dev.fourshake.app.payload.Choice;
import dev.fourshake.app.payload.PayloadFormat;
import dev.fourshake.app.payload.PayloadLimits;
import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.PayloadReader;
import dev.fourshake.app.payload.Schema;
import dev.fourshake.app.payload.rule.PayloadRule;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.trace.LatestQuery;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.StandardCommands;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.message.Message;
import dev.fourshake.ui.workbench.view.Memento;
import dev.fourshake.ui.workbench.view.ViewPart;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/**
 * The Payload view: what the chosen message carries, in the format that its topic's rule, its Content Type or its bytes
 * ask for. Choosing a value of the tree marks its bytes in the Packet view.
 */
public final class PayloadView implements ViewPart {

    public static final String ID = "payload";

    private final ViewSite site;
    private final ViewContext context;
    private final PayloadReader reader = PayloadReader.load();
    private final LatestQuery<Shown> query = new LatestQuery<>("payload-view");
    private final PayloadBody body = new PayloadBody(this::chooseNode);
    private final PayloadHead head;
    private final PayloadTools tools;
    private final BorderPane content = new BorderPane(body);
    private Shown shown = Shown.NOTHING;
    private int wanted = -1;
    private Optional<PayloadFormat> chosen = Optional.empty();
    private PayloadLimits limits = PayloadLimits.STANDARD;

    public PayloadView(ViewSite site, ViewContext context) {
        this.site = site;
        this.context = context;
        head = new PayloadHead(reader.formats(), this::chooseFormat, this::always, this::more);
        tools = new PayloadTools(body, new SavePayload(site.workbench(), () -> shown.source()), this::editRules);
        content.setTop(head);
        content.getStyleClass().add("fs-payload");
        show(Shown.NOTHING);
        site.handle(StandardCommands.COPY, Handler.of(body::copy));
        site.handle(StandardCommands.FIND, Handler.of(tools::find));
        context.shown().sourceProperty().subscribe(_ -> {
            wanted = -1;
            show(Shown.NOTHING);
        });
        // Last, as it tells what is chosen already.
        context.selection().listen(this, this::reveal);
    }

    private void reveal(Selection selection) {
        if (selection == null || selection.rowChosen().isEmpty()) {
            return;
        }
        int row = selection.rowChosen().getAsInt();
        if (row != wanted && row < context.shown().snapshot().rowCount()) {
            wanted = row;
            chosen = Optional.empty();
            limits = PayloadLimits.STANDARD;
            ask();
        }
    }

    /** Reads the payload anew; while the view is not seen, when it comes to be. */
    private void ask() {
        if (wanted < 0 || !site.showing().get()) {
            return;
        }
        int row = wanted;
        TraceSnapshot trace = context.shown().snapshot();
        Wish wish = new Wish(chosen.map(format -> Choice.forThis(format.id(), schema(format))), limits,
                context.workspace().payloadRules());
        query.ask(() -> Shown.of(reader, trace, row, wish), answer -> {
            if (answer.row() == wanted) {
                show(answer);
            }
        });
    }

    /** A descriptor of the topic's rule serves when its format is chosen by hand as well. */
    private Schema schema(PayloadFormat format) {
        return shown.source().flatMap(source -> context.workspace().payloadRules().of(source.topic()))
                .filter(rule -> rule.format().equals(format.id())).map(PayloadRule::schema).orElse(Schema.NONE);
    }

    private void show(Shown next) {
        shown = next;
        head.show(next, chosen);
        body.show(next);
        tools.show(next);
    }

    private void chooseFormat(Optional<PayloadFormat> format) {
        chosen = format;
        ask();
    }

    private void more() {
        limits = PayloadLimits.WIDE;
        ask();
    }

    private void always() {
        shown.source().ifPresent(source -> edit(rules -> rules.begin(source.topic(),
                shown.read().orElseThrow().format().id())));
    }

    private void editRules() {
        edit(_ -> { });
    }

    private void edit(Consumer<RulesForm> beginning) {
        RulesForm form = new RulesForm(reader.formats(), context.workspace().payloadRules().all());
        beginning.accept(form);
        form.ask(content.getScene().getWindow()).ifPresent(rules ->
                site.workbench().jobs().start(RulesForm.TEXTS.get("rules.job"), _ -> {
                    context.workspace().payloadRules().become(rules);
                    return context.workspace().payloadRules().problem();
                }).onDone(problem -> {
                    problem.ifPresent(sentence -> site.workbench().messages().show(
                            Message.warning(sentence.text())));
                    chosen = Optional.empty();
                    ask();
                }));
    }

    private void chooseNode(PayloadNode node) {
        shown.source().filter(source -> node.hasBytes() && source.place() >= 0).ifPresent(source ->
                context.selection().select(new Selection.ByteRange(shown.row(), source.place() + node.offset(),
                        node.length()), this));
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void focus() {
        body.getChildren().getFirst().requestFocus();
    }

    @Override
    public List<Node> toolbar() {
        return tools.nodes();
    }

    @Override
    public void shown() {
        if (wanted != shown.row()) {
            ask();
        }
    }

    @Override
    public void saveState(Memento memento) {
        tools.saveState(memento);
    }

    @Override
    public void restoreState(Memento memento) {
        tools.restoreState(memento);
    }

    @Override
    public void dispose() {
        query.close();
    }
}
