package dev.fourshake.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What becomes of a test whose need the machine does not meet. */
final class Requirement {

    /** Set to {@code true} (the build on the server does), an unmet need is a failure; else it skips the test. */
    static final String REQUIRE_ALL = "FOURSHAKE_REQUIRE_ALL";

    private Requirement() {
    }

    static ConditionEvaluationResult met() {
        return ConditionEvaluationResult.enabled("what the test needs is there");
    }

    static ConditionEvaluationResult unmet(String reason) {
        if (Boolean.parseBoolean(System.getenv(REQUIRE_ALL))) {
            throw new ExtensionConfigurationException(reason + ", and " + REQUIRE_ALL + " forbids skipping");
        }
        return ConditionEvaluationResult.disabled(reason);
    }
}
