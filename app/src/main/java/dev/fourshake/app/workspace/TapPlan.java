package dev.fourshake.app.workspace;

import dev.fourshake.app.tap.TapOptions;
import java.util.Objects;

/**
 * A tap as the user has set it up, to be started again another day.
 *
 * @param record whether its traffic is saved to a capture from the start
 */
public record TapPlan(TapOptions options, boolean record) {

    public TapPlan {
        Objects.requireNonNull(options);
    }
}
