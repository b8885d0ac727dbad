package dev.fourshake.ui.hold;

import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.app.tap.hold.HeldPacket;
import dev.fourshake.app.tap.hold.HoldControl;
import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.app.workspace.BreakpointPlan;
import dev.fourshake.app.workspace.HoldPlan;
import dev.fourshake.model.trace.TraceSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the user wants one tap to hold. For one thread. */
final class TapHold {

    private final HoldControl control;
    private final Set<Integer> steppedLinks = new HashSet<>();
    private final Map<BreakpointPlan, Breakpoint> armed = new IdentityHashMap<>();
    private HoldPlan plan;
    private HoldSettings settings;
    private boolean on;

    TapHold(HoldControl control, HoldPlan plan) {
        this.control = control;
        this.plan = plan;
        settings = HoldSettings.of(plan);
        plan.releaseAfter().ifPresent(control::releaseAfter);
    }

    HoldControl control() {
        return control;
    }

    HoldSettings settings() {
        return settings;
    }

    HoldPlan plan() {
        return plan;
    }

    boolean isOn() {
        return on;
    }

    /** Stops at the packets of the settings from now on, or lets all go and stops at breakpoints alone. */
    void turn(boolean now, TraceSnapshot trace) {
        on = now;
        arm(trace);
        if (!now) {
            resume();
        }
    }

    void settings(HoldSettings others, TraceSnapshot trace) {
        settings = others;
        plan = plan.stopsAt(others.types(), others.directions());
        arm(trace);
    }

    void plan(HoldPlan other, TraceSnapshot trace) {
        plan = other;
        armed.keySet().removeIf(known -> other.breakpoints().stream().noneMatch(each -> each == known));
        Duration time = plan.releaseAfter().orElse(HoldControl.RELEASE_AFTER);
        if (!time.equals(control.releaseAfter())) {
            control.releaseAfter(time);
        }
        arm(trace);
    }

    /** Does nothing where the tap is armed as it should be. */
    void arm(TraceSnapshot trace) {
        List<Breakpoint> wanted = wanted(trace);
        if (!wanted.equals(control.breakpoints())) {
            control.breakpoints(wanted);
        }
        steppedLinks.removeIf(link -> link <= trace.links().size()
                && trace.links().get(link - 1).ended().isPresent());
    }

    /** The user's own first: what they do with a packet goes before holding it. */
    private List<Breakpoint> wanted(TraceSnapshot trace) {
        List<Breakpoint> wanted = new ArrayList<>();
        if (!plan.skipAll()) {
            // The same object as long as it is set, for the tap counts by it.
            plan.breakpoints().stream().filter(BreakpointPlan::enabled)
                    .forEach(each -> wanted.add(armed.computeIfAbsent(each, BreakpointPlan::toBreakpoint)));
        }
        if (on) {
            wanted.addAll(settings.breakpoints(trace));
        }
        return wanted;
    }

    /** How many packets have met a breakpoint of the plan since it was set. */
    int hits(BreakpointPlan one) {
        Breakpoint breakpoint = armed.get(one);
        return breakpoint == null ? 0 : control.hits(breakpoint);
    }

    /** Lets the packet go; its link then stops at whatever comes next. */
    void step(HeldPacket packet) {
        steppedLinks.add(packet.link());
        control.step(packet.link(), packet.direction());
    }

    /** Lets the packet go; the next one of its exchange stops. */
    void stepExchange(HeldPacket packet) {
        control.stepExchange(packet.holdId());
    }

    void react(HeldPacket packet, Reaction reaction) {
        control.react(packet.holdId(), reaction);
    }

    /** Lets all go; each link runs to the next packet of the settings. */
    void resume() {
        steppedLinks.clear();
        control.resume();
    }

    /** Says that the user can see what is held. @return false where the tap has let all go because nobody said so */
    boolean renew(TraceSnapshot trace) {
        // Where nothing was to be held, nothing has changed by it.
        boolean kept = control.renew() || wanted(trace).isEmpty();
        if (!kept) {
            on = false;
            plan = plan.skipAll(true);
            arm(trace);
        }
        return kept;
    }

    /** Whether a link stops at its next packet because the last one was stepped. */
    boolean isStepping() {
        return !steppedLinks.isEmpty();
    }
}
