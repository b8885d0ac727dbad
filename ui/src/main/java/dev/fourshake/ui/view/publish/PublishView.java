package dev.fourshake.ui.view.publish;

import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.app.client.PublishOptions;
import dev.fourshake.app.client.PublishResult;
import dev.fourshake.ui.trace.Times;
import dev.fourshake.ui.view.FormMistake;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.frame.Pulse;
import dev.fourshake.ui.workbench.view.Memento;
import dev.fourshake.ui.workbench.view.ViewPart;
import dev.fourshake.ui.workbench.view.ViewSite;
import javafx.application.Platform;
import javafx.scene.Node;

/** The Publish view: sends a message with a client of our own, and says when its handshake has ended. */
public final class PublishView implements ViewPart {

    public static final String ID = "publish";

    private static final Texts TEXTS = Texts.of(PublishView.class);

    private final PublishForm form = new PublishForm(this::publish);
    private final Runnable unsubscribe;

    public PublishView(ViewSite site, ViewContext context) {
        Pulse pulse = site.workbench().pulse();
        unsubscribe = context.workspace().onChange(pulse::arm);
        site.onPulse(Phase.UPDATE, () -> form.offer(context.workspace().clients()));
    }

    private void publish(PublishForm filled) {
        try {
            PublishOptions message = filled.message();
            long start = System.nanoTime();
            filled.say(TEXTS.get("result.sending"));
            filled.client().publish(message).whenComplete((done, failure) -> {
                String sentence = failure == null ? done(done, System.nanoTime() - start)
                        : ClientFailure.in(failure).getMessage();
                Platform.runLater(() -> filled.say(sentence));
            });
        } catch (FormMistake mistake) {
            filled.say(mistake.getMessage());
            mistake.show();
        }
    }

    private static String done(PublishResult result, long nanos) {
        return TEXTS.get(result.noMatchingSubscribers() ? "result.nobody" : "result.done", Times.duration(nanos));
    }

    @Override
    public Node content() {
        return form.content();
    }

    @Override
    public void focus() {
        form.focus();
    }

    @Override
    public void saveState(Memento memento) {
        form.saveState(memento);
    }

    @Override
    public void restoreState(Memento memento) {
        form.restoreState(memento);
    }

    @Override
    public void dispose() {
        unsubscribe.run();
    }
}
