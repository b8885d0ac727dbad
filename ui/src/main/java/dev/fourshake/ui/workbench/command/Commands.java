package dev.fourshake.ui.workbench.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/**
 * All commands of the window and who handles each at the moment. A handler with a scope (a view) goes before one
 * without while its scope is active; among equals the newest wins. A command without a handler is disabled.
 * For the JavaFX thread.
 */
public final class Commands {

    private final Map<String, Bound> bound = new LinkedHashMap<>();
    private final BiConsumer<Command, RuntimeException> onFailure;

    /** @param onFailure told when a handler threw */
    public Commands(BiConsumer<Command, RuntimeException> onFailure) {
        this.onFailure = onFailure;
    }

    /**
     * Makes commands known; one that is known already changes nothing.
     *
     * @throws IllegalArgumentException if another command has the identifier or a key
     */
    public void add(Command... commands) {
        for (Command command : commands) {
            for (Bound other : bound.values()) {
                if (!command.equals(other.command) && (command.id().equals(other.command.id())
                        || command.keys().stream().anyMatch(other.command.keys()::contains))) {
                    throw new IllegalArgumentException(command.id() + " and " + other.command.id()
                            + " share a name or a key");
                }
            }
            bound.computeIfAbsent(command.id(), _ -> new Bound(command));
        }
    }

    /** All commands in the order in which they were added. */
    public Collection<Command> all() {
        return Collections.unmodifiableCollection(bound.values().stream().map(Bound::command).toList());
    }

    public Optional<Command> find(String id) {
        return Optional.ofNullable(bound.get(id)).map(Bound::command);
    }

    /** Adds the command if it is not there yet, and handles it in the whole window. */
    public Subscription handle(Command command, Handler handler) {
        return handle(command, handler, null);
    }

    /** Handles {@code command} while {@code scope} is true; without a scope (null) in the whole window. */
    public Subscription handle(Command command, Handler handler, ObservableValue<Boolean> scope) {
        add(command);
        return bound.get(command.id()).offer(new Offer(handler, scope));
    }

    /** Whether the command can be done now. */
    public ObservableValue<Boolean> enabled(Command command) {
        return handler(command).flatMap(Handler::enabled).orElse(false);
    }

    /** Whether a checked command is on. */
    public ObservableValue<Boolean> selected(Command command) {
        return handler(command).flatMap(Handler::selected).orElse(false);
    }

    /** Does the command if it is enabled; a failure goes to the window's message bar. @return whether it was enabled */
    public boolean execute(Command command) {
        Handler handler = handler(command).get();
        if (handler == null || !Boolean.TRUE.equals(handler.enabled().getValue())) {
            return false;
        }
        try {
            handler.execute();
        } catch (RuntimeException failure) {
            onFailure.accept(command, failure);
        }
        return true;
    }

    private ReadOnlyObjectProperty<Handler> handler(Command command) {
        Bound found = bound.get(command.id());
        if (found == null) {
            throw new IllegalArgumentException("unknown command " + command.id());
        }
        return found.current.getReadOnlyProperty();
    }

    private record Offer(Handler handler, ObservableValue<Boolean> scope) {
        boolean applies() {
            return scope == null || Boolean.TRUE.equals(scope.getValue());
        }
    }

    /** One command, the offers to handle it, and the one that applies. */
    private static final class Bound {
        private final Command command;
        private final List<Offer> offers = new ArrayList<>();
        private final ReadOnlyObjectWrapper<Handler> current = new ReadOnlyObjectWrapper<>();
        private final ChangeListener<Boolean> scopeChanged = (_, _, _) -> choose();

        private Bound(Command command) {
            this.command = command;
        }

        private Command command() {
            return command;
        }

        private Subscription offer(Offer offer) {
            offers.add(offer);
            if (offer.scope != null) {
                offer.scope.addListener(scopeChanged);
            }
            choose();
            return () -> {
                offers.remove(offer);
                if (offer.scope != null) {
                    offer.scope.removeListener(scopeChanged);
                }
                choose();
            };
        }

        private void choose() {
            Offer best = null;
            for (Offer offer : offers) {
                if (offer.applies() && (best == null || best.scope == null || offer.scope != null)) {
                    best = offer;
                }
            }
            current.set(best == null ? null : best.handler);
        }
    }
}
