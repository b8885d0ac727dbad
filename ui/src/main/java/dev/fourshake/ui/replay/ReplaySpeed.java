package dev.fourshake.ui.replay;

import dev.fourshake.app.replay.Replay;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.command.Command;
import java.util.Arrays;

/** The speeds that are offered. */
enum ReplaySpeed {
    TENTH(Replay.SLOWEST), HALF(0.5), NORMAL(1), DOUBLE(2), TEN(10), HUNDRED(Replay.FASTEST),
    MAXIMUM(Replay.AS_FAST_AS_POSSIBLE);

    private static final Texts TEXTS = Texts.of(ReplaySpeed.class);

    private final double factor;

    ReplaySpeed(double factor) {
        this.factor = factor;
    }

    double factor() {
        return factor;
    }

    /** What the list of speeds says. */
    String label() {
        return TEXTS.get("speed." + name());
    }

    /** Sets the speed. */
    Command command() {
        return Command.of("replay.speed." + name(), TEXTS.get("command.speed", label())).check();
    }

    static ReplaySpeed of(double factor) {
        return Arrays.stream(values()).filter(speed -> speed.factor == factor).findFirst().orElse(NORMAL);
    }
}
