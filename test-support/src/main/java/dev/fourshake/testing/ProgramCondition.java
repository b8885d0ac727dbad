package dev.fourshake.testing;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

final class ProgramCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<String> missing = AnnotationSupport
                .findRepeatableAnnotations(context.getElement(), RequiresProgram.class).stream()
                .map(RequiresProgram::value)
                .flatMap(Stream::of)
                .distinct()
                .filter(name -> Programs.find(name).isEmpty())
                .toList();
        return missing.isEmpty()
                ? Requirement.met()
                : Requirement.unmet("not installed: " + String.join(", ", missing));
    }
}
