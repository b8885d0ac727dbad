package dev.fourshake.ui.workbench.command;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/** Who does a command, and when it can be done. For the JavaFX thread. */
public interface Handler {

    void execute();

    default ObservableValue<Boolean> enabled() {
        return Constant.TRUE;
    }

    /** Whether a {@linkplain Command.Kind#CHECK checked} command is on. */
    default ObservableValue<Boolean> selected() {
        return Constant.FALSE;
    }

    /** For {@link #toggle(Runnable, ObservableValue, ObservableValue)}: enabled at all times. */
    ObservableValue<Boolean> ALWAYS = Constant.TRUE;

    static Handler of(Runnable action) {
        return action::run;
    }

    static Handler of(Runnable action, ObservableValue<Boolean> enabled) {
        return new Handler() {
            @Override
            public void execute() {
                action.run();
            }

            @Override
            public ObservableValue<Boolean> enabled() {
                return enabled;
            }
        };
    }

    /** Switches {@code state} on and off. */
    static Handler toggle(BooleanProperty state) {
        return toggle(() -> state.set(!state.get()), state, Constant.TRUE);
    }

    /** Runs {@code action}, which is expected to change {@code selected}. */
    static Handler toggle(Runnable action, ObservableValue<Boolean> selected, ObservableValue<Boolean> enabled) {
        return new Handler() {
            @Override
            public void execute() {
                action.run();
            }

            @Override
            public ObservableValue<Boolean> enabled() {
                return enabled;
            }

            @Override
            public ObservableValue<Boolean> selected() {
                return selected;
            }
        };
    }
}

/** Observables that never change. */
final class Constant {
    static final ObservableBooleanValue TRUE = new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();
    static final ObservableBooleanValue FALSE = new ReadOnlyBooleanWrapper(false).getReadOnlyProperty();

    private Constant() {
    }
}
