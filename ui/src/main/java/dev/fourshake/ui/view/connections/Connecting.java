package dev.fourshake.ui.view.connections;

import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.OwnClient;
import dev.fourshake.app.workspace.TapPlan;
import dev.fourshake.ui.view.FormDialog;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.message.Message;
import java.util.List;
import java.util.Optional;

/** Starts taps and connects clients, asking for what has to be known of new ones. For the JavaFX thread. */
final class Connecting {

    private static final Texts TEXTS = Texts.of(Connecting.class);

    private final Workbench workbench;
    private final ViewContext context;

    Connecting(Workbench workbench, ViewContext context) {
        this.workbench = workbench;
        this.context = context;
    }

    void newTap() {
        askTap(TEXTS.get("tap.title"), new TapForm(context.workspace().data())).ifPresent(plan ->
                start(plan, () -> {
                    context.workspace().plans().save(plan);
                    tellUnsaved();
                }));
    }

    void edit(TapPlan plan) {
        askTap(TEXTS.get("tap.title.edit"), new TapForm(context.workspace().data(), plan)).ifPresent(changed ->
                start(changed, () -> change(plan, changed)));
    }

    /** On the job's thread. Breakpoints that nobody has set at this tap may stop a device: that is said. */
    private void change(TapPlan plan, TapPlan changed) {
        int more = context.workspace().changePlan(plan, changed);
        tellUnsaved();
        if (more > 0) {
            workbench.messages().show(Message.info(TEXTS.get("tap.more", changed.options().name(), more)));
        }
    }

    private Optional<TapPlan> askTap(String title, TapForm form) {
        return FormDialog.ask(workbench.window(), title, form.content(), TEXTS.get("tap.ok"), form::plan, form::say,
                form::focus);
    }

    void start(TapPlan plan) {
        start(plan, () -> { });
    }

    /** Takes it out of the list. */
    void forget(TapPlan plan) {
        workbench.jobs().start(TEXTS.get("job.forget", plan.options().name()), _ -> {
            context.workspace().plans().remove(plan);
            tellUnsaved();
            return null;
        });
    }

    /** On the job's thread: a tap that is gone at the next start must not surprise anybody. */
    private void tellUnsaved() {
        context.workspace().plans().problem().ifPresent(problem ->
                workbench.messages().show(Message.warning(problem.text())));
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
                .onDone(this::started);
    }

    /** Said in words: the list of connections may not be in sight. */
    private void started(LiveTap tap) {
        context.shown().show(tap);
        workbench.statusLine().messageProperty().set(TEXTS.get("tap.started", tap.title(),
                tap.tap().address().toString()));
    }

    /** Through the shown tap, unless another is chosen. There has to be one. */
    void newClient() {
        List<LiveTap> taps = context.workspace().taps();
        LiveTap preferred = context.shown().sourceProperty().get().filter(LiveTap.class::isInstance)
                .map(LiveTap.class::cast).filter(taps::contains).orElseGet(taps::getFirst);
        String name = TEXTS.get("client.proposal", Integer.toString(context.workspace().clients().size() + 1));
        ConnectForm form = new ConnectForm(taps, preferred, name);
        FormDialog.ask(workbench.window(), TEXTS.get("connect.title"), form.content(), TEXTS.get("connect.ok"),
                form::options, form::say, form::focus).ifPresent(options -> {
                    OwnClient client = context.workspace().newClient(form.tap(), options);
                    context.shown().show(form.tap());
                    connect(client);
                });
    }

    void connect(OwnClient client) {
        client.connect(client.options()).whenComplete((_, failure) -> {
            if (failure != null) {
                workbench.messages().show(Message.error(ClientFailure.in(failure).getMessage()));
            }
        });
    }
}
