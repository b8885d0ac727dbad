package dev.fourshake.ui.hold;

import dev.fourshake.app.tap.Breakpoint;
import dev.fourshake.app.tap.HeldPacket;
import dev.fourshake.app.tap.HoldControl;
import dev.fourshake.model.trace.TraceSnapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How the user wants one tap to hold. For one thread. */
final class TapHold {

    private final HoldControl control;
    private final Set<Integer> steppedLinks = new HashSet<>();
    private HoldSettings settings;
    private boolean on;

    TapHold(HoldControl control, HoldSettings settings) {
        this.control = control;
        this.settings = settings;
    }

    HoldControl control() {
        return control;
    }

    HoldSettings settings() {
        return settings;
    }

    boolean isOn() {
        return on;
    }

    /** Stops at the packets of the settings from now on, or lets all go and stops no more. */
    void turn(boolean now, TraceSnapshot trace) {
        on = now;
        arm(trace);
        if (!now) {
            resume();
        }
    }

    void settings(HoldSettings others, TraceSnapshot trace) {
        settings = others;
        arm(trace);
    }

    /** Follows a client to its new link; does nothing where the tap is armed as it should be. */
    void arm(TraceSnapshot trace) {
        List<Breakpoint> wanted = on ? settings.breakpoints(trace) : List.of();
        if (!wanted.equals(control.breakpoints())) {
            control.breakpoints(wanted);
        }
        steppedLinks.removeIf(link -> link <= trace.links().size()
                && trace.links().get(link - 1).ended().isPresent());
    }

    /** Lets the packet go; its link then stops at whatever comes next. */
    void step(HeldPacket packet) {
        steppedLinks.add(packet.link());
        control.step(packet.link(), packet.direction());
    }

    /** Lets all go; each link runs to the next packet of the settings. */
    void resume() {
        steppedLinks.clear();
        control.resume();
    }

    /** Whether a link stops at its next packet because the last one was stepped. */
    boolean isStepping() {
        return !steppedLinks.isEmpty();
    }
}
