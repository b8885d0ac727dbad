package dev.fourshake.ui.workbench;

import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.dock.DockArea;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/** What the user does to the active view. */
final class ViewCommands {

    private final DockArea dock;
    private final ObservableValue<String> active;
    private final ObservableValue<Boolean> some;

    ViewCommands(DockArea dock) {
        this.dock = dock;
        active = dock.activeView();
        some = active.map(_ -> true).orElse(false);
    }

    Handler onActive(Consumer<String> action) {
        return Handler.of(() -> action.accept(active.getValue()), some);
    }

    Handler maximize() {
        return Handler.toggle(() -> dock.toggleMaximized(active.getValue()), dock.maximizedProperty(), some);
    }

    Handler detach() {
        return Handler.toggle(() -> {
            if (dock.isDetached(active.getValue())) {
                dock.attach(active.getValue());
            } else {
                dock.detach(active.getValue());
            }
        }, dock.activeDetached(), some);
    }

    void closeOthers(String view) {
        dock.others(view).forEach(dock::close);
    }

    /** Moves the focus to the next view that is seen, round and round. */
    void cycle(int step) {
        List<String> views = dock.seen();
        if (!views.isEmpty()) {
            int at = views.indexOf(active.getValue());
            int next = at < 0 ? 0 : Math.floorMod(at + step, views.size());
            dock.show(views.get(next));
        }
    }
}
