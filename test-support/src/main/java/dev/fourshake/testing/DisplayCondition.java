package dev.fourshake.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The build runs the windows on Monocle, in memory, where there is no display; {@code glass.platform} tells. */
final class DisplayCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return "Monocle".equals(System.getProperty("glass.platform"))
                ? Requirement.unmet("no window system (DISPLAY is not set)")
                : Requirement.met();
    }
}
