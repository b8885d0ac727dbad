package dev.fourshake.ui.status;

import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.message.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Says once when a tap that runs cannot show its traffic any more, for example for want of memory. */
public final class TraceTrouble {

    private final Workbench workbench;
    private final ViewContext context;
    private final Map<LiveTap, Watch> watched = new HashMap<>();

    private TraceTrouble(Workbench workbench, ViewContext context) {
        this.workbench = workbench;
        this.context = context;
    }

    /** From now on it is said in the window's messages. For the JavaFX thread. */
    public static void install(Workbench workbench, ViewContext context) {
        TraceTrouble trouble = new TraceTrouble(workbench, context);
        context.workspace().onChange(workbench.pulse()::arm);
        workbench.pulse().on(Phase.UPDATE, trouble::update);
    }

    private void update() {
        watched.keySet().retainAll(context.workspace().taps());
        context.workspace().taps().forEach(tap -> watched.computeIfAbsent(tap, Watch::new).tell());
    }

    private final class Watch {

        private final LiveTap tap;
        /** What the tap has said last; of the thread that tells of its traffic. */
        private Optional<?> seen = Optional.empty();
        private Optional<String> told = Optional.empty();

        Watch(LiveTap tap) {
            this.tap = tap;
            tap.addListener(this::look);
        }

        /** The traffic of a tap that is not shown is no reason to bring the window up to date. */
        private synchronized void look() {
            Optional<?> now = tap.feed().status().problem();
            if (!now.equals(seen)) {
                seen = now;
                workbench.pulse().arm();
            }
        }

        void tell() {
            Optional<String> now = tap.feed().status().problem().map(problem -> problem.text());
            if (!now.equals(told)) {
                told = now;
                now.ifPresent(sentence ->
                        workbench.messages().show(Message.warning(tap.title() + ": " + sentence)));
            }
        }
    }
}
