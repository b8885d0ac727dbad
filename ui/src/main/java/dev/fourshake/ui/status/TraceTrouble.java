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
    /** What was said last of each tap; empty where nothing was. */
    private final Map<LiveTap, String> told = new HashMap<>();

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
        told.keySet().retainAll(context.workspace().taps());
        for (LiveTap tap : context.workspace().taps()) {
            told.computeIfAbsent(tap, begun -> {
                begun.addListener(workbench.pulse()::arm);
                return "";
            });
            Optional<String> problem = tap.feed().status().problem().map(each -> each.text());
            problem.filter(sentence -> !sentence.equals(told.put(tap, sentence))).ifPresent(sentence ->
                    workbench.messages().show(Message.warning(tap.title() + ": " + sentence)));
        }
    }
}
