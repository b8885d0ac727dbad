package dev.fourshake.ui.capture;

import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.ui.view.Question;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;

/** Ends a tap, a capture or a replay. For the JavaFX thread. */
public final class SourceClosing {

    private static final Texts TEXTS = Texts.of(SourceClosing.class);

    private final Workbench workbench;
    private final ViewContext context;

    public SourceClosing(Workbench workbench, ViewContext context) {
        this.workbench = workbench;
        this.context = context;
    }

    /**
     * Ends a source in the background, and shows the one that was opened last in its place. Asks first where devices
     * would lose their connection.
     */
    public void close(OpenTrace source) {
        if (source instanceof LiveTap tap && !isMeant(tap)) {
            return;
        }
        if (context.shown().sourceProperty().get().filter(shown -> shown == source).isPresent()) {
            context.workspace().sources().reversed().stream().filter(other -> other != source).findFirst()
                    .ifPresentOrElse(context.shown()::show, context.shown()::clear);
        }
        workbench.jobs().start(TEXTS.get("job.close", source.title()), _ -> {
            context.workspace().end(source);
            return null;
        });
    }

    private boolean isMeant(LiveTap tap) {
        int devices = tap.tap().status().linksUp();
        if (devices == 0) {
            return true;
        }
        return Question.mayBeDone(workbench.window(), TEXTS.get("close.confirm", tap.title(), devices),
                TEXTS.get("close.anyway"));
    }
}
