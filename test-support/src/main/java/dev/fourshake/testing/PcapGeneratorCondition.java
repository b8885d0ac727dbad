package dev.fourshake.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

final class PcapGeneratorCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return PcapGenerator.script().isPresent()
                ? Requirement.met()
                : Requirement.unmet(PcapGenerator.VARIABLE + " names no script");
    }
}
