package dev.fourshake.ui.workbench.dock;

import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.message.Message;
import dev.fourshake.ui.workbench.view.Memento;
import dev.fourshake.ui.workbench.view.ViewDescriptor;
import dev.fourshake.ui.workbench.view.ViewPart;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import software.coley.bentofx.Bento;
import software.coley.bentofx.dockable.Dockable;

/** One view in the docking area: makes its part when it is first seen, and tells it when it shows. */
final class ViewHost implements ViewSite {

    private static final Texts TEXT = Texts.ofWorkbench();

    private final ViewDescriptor descriptor;
    private final Workbench workbench;
    private final DockArea area;
    private final Dockable dockable;
    private final StringProperty title;
    private final ReadOnlyBooleanWrapper showing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private Memento saved;
    private ViewPart part;
    private boolean failed;
    private List<Node> toolbar = List.of();
    private List<MenuItem> menu = List.of();

    ViewHost(ViewDescriptor descriptor, Workbench workbench, DockArea area, Bento bento, Memento saved) {
        this.descriptor = descriptor;
        this.workbench = workbench;
        this.area = area;
        this.saved = saved;
        title = new SimpleStringProperty(descriptor.title());
        dockable = bento.dockBuilding().dockable(descriptor.id());
        dockable.titleProperty().bind(title);
        dockable.setIconFactory(_ -> new FontIcon(descriptor.icon()));
        dockable.setContextMenuFactory(_ -> area.tabMenu(this));
    }

    ViewDescriptor descriptor() {
        return descriptor;
    }

    Dockable dockable() {
        return dockable;
    }

    boolean isOpen() {
        return dockable.getContainer() != null;
    }

    /** The view's part, made now if need be. */
    void make() {
        if (part != null || dockable.getNode() != null) {
            return;
        }
        try {
            ViewPart made = descriptor.factory().apply(this);
            Node content = made.content();
            toolbar = made.toolbar();
            menu = made.menu();
            made.restoreState(saved);
            part = made;
            dockable.setNode(content);
        } catch (RuntimeException failure) {
            dockable.setNode(new Label(TEXT.get("view.failed", descriptor.title())));
            failed(failure);
        }
    }

    private void failed(RuntimeException failure) {
        failed = true;
        workbench.show(Message.error(TEXT.get("view.failed", descriptor.title())), failure);
    }

    /** Forgets a part that has failed, once its view is closed: opened again, it is made anew. */
    void forgetIfFailed() {
        if (failed && !isOpen()) {
            failed = false;
            dispose();
            part = null;
            toolbar = List.of();
            menu = List.of();
            dockable.setNode(null);
            subscriptions.forEach(Subscription::unsubscribe);
            subscriptions.clear();
            title.set(descriptor.title());
        }
    }

    void setShowing(boolean now) {
        if (now == showing.get()) {
            return;
        }
        if (now) {
            make();
        }
        showing.set(now);
        if (part != null) {
            guarded(now ? part::shown : part::hidden);
        }
        workbench.pulse().arm();
    }

    void setActive(boolean now) {
        active.set(now);
    }

    void focus() {
        make();
        dockable.getNode().requestFocus();
        if (part != null) {
            guarded(part::focus);
        }
    }

    /** What to save: asks the part if there is one, else what was read at the start. */
    Memento state() {
        if (part != null) {
            Memento memento = new Memento();
            guarded(() -> {
                part.saveState(memento);
                saved = memento;
            });
        }
        return saved;
    }

    void dispose() {
        if (part != null) {
            guarded(part::dispose);
        }
    }

    List<Node> toolbar() {
        return toolbar;
    }

    List<MenuItem> menu() {
        return menu;
    }

    /** A view that fails must not take the window with it. */
    private void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException failure) {
            failed(failure);
        }
    }

    @Override
    public String id() {
        return descriptor.id();
    }

    @Override
    public StringProperty title() {
        return title;
    }

    @Override
    public ReadOnlyBooleanProperty showing() {
        return showing.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty active() {
        return active.getReadOnlyProperty();
    }

    @Override
    public void onPulse(Phase phase, Runnable work) {
        subscriptions.add(workbench.pulse().on(phase, () -> {
            // Work that has failed would fail in every frame.
            if (showing.get() && !failed) {
                guarded(work);
            }
        }));
    }

    @Override
    public void handle(Command command, Handler handler) {
        subscriptions.add(workbench.commands().handle(command, handler, active));
    }

    @Override
    public void show() {
        area.show(descriptor.id());
    }

    @Override
    public Workbench workbench() {
        return workbench;
    }

    @Override
    public String toString() {
        return "View " + descriptor.id();
    }
}
