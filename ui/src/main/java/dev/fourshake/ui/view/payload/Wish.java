package dev.fourshake.ui.view.payload;

import dev.fourshake.app.payload.Choice;
import dev.fourshake.app.payload.PayloadLimits;
import dev.fourshake.app.payload.rule.PayloadRules;
import java.util.Optional;

/**
 * How the user wants to see the chosen packet's payload.
 *
 * @param chosen for this packet alone; empty: as the rules say
 */
record Wish(Optional<Choice> chosen, PayloadLimits limits, PayloadRules rules) {

    Choice choice(String topic) {
        return chosen.orElseGet(() -> rules.choice(topic));
    }
}
