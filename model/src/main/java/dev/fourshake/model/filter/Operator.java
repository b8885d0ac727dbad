package dev.fourshake.model.filter;

import java.util.Optional;

/** How a field is compared with a value. */
public enum Operator {
    EQUAL("="), NOT_EQUAL("!="), LESS("<"), LESS_OR_EQUAL("<="), GREATER(">"), GREATER_OR_EQUAL(">="),
    /** A topic and a Topic Filter. */
    MATCHES("~"),
    CONTAINS("contains");

    private final String code;

    Operator(String code) {
        this.code = code;
    }

    /** As it is written. */
    public String code() {
        return code;
    }

    static Optional<Operator> ofCode(String code) {
        if (code.equals("==") || code.equals(":")) {
            return Optional.of(EQUAL);
        } else if (code.equalsIgnoreCase("matches")) {
            return Optional.of(MATCHES);
        }
        for (Operator operator : values()) {
            if (operator.code.equalsIgnoreCase(code)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    /** @param comparison as of {@link Long#compare}, what is with what is asked for */
    boolean holds(int comparison) {
        return switch (this) {
            case EQUAL -> comparison == 0;
            case NOT_EQUAL -> comparison != 0;
            case LESS -> comparison < 0;
            case LESS_OR_EQUAL -> comparison <= 0;
            case GREATER -> comparison > 0;
            case GREATER_OR_EQUAL -> comparison >= 0;
            case MATCHES, CONTAINS -> false;
        };
    }
}
