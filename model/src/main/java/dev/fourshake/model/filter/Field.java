package dev.fourshake.model.filter;

import static dev.fourshake.model.filter.Operator.CONTAINS;
import static dev.fourshake.model.filter.Operator.EQUAL;
import static dev.fourshake.model.filter.Operator.GREATER;
import static dev.fourshake.model.filter.Operator.GREATER_OR_EQUAL;
import static dev.fourshake.model.filter.Operator.LESS;
import static dev.fourshake.model.filter.Operator.LESS_OR_EQUAL;
import static dev.fourshake.model.filter.Operator.MATCHES;
import static dev.fourshake.model.filter.Operator.NOT_EQUAL;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be asked of a packet, with the operators that make sense for it. */
public enum Field {
    TYPE(EnumSet.of(EQUAL, NOT_EQUAL)),
    CLIENT(EnumSet.of(EQUAL, NOT_EQUAL, CONTAINS)),
    TOPIC(EnumSet.of(EQUAL, NOT_EQUAL, CONTAINS, MATCHES)),
    QOS(Operators.ORDERED),
    DUP(EnumSet.of(EQUAL, NOT_EQUAL)),
    RETAIN(EnumSet.of(EQUAL, NOT_EQUAL)),
    ID(Operators.ORDERED),
    REASON(Operators.ORDERED),
    TIME(EnumSet.of(LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL)),
    STATE(EnumSet.of(EQUAL, NOT_EQUAL)),
    SENDER(EnumSet.of(EQUAL, NOT_EQUAL)),
    RECEIVER(EnumSet.of(EQUAL, NOT_EQUAL)),
    JUDGEMENT(EnumSet.of(EQUAL, NOT_EQUAL)),
    FINDING(EnumSet.of(EQUAL, NOT_EQUAL, CONTAINS)),
    SEVERITY(Operators.ORDERED),
    PAYLOAD(EnumSet.of(EQUAL, NOT_EQUAL, CONTAINS)),
    SIZE(Operators.ORDERED),
    DIRECTION(EnumSet.of(EQUAL, NOT_EQUAL)),
    LINK(Operators.ORDERED),
    NO(Operators.ORDERED);

    private final Set<Operator> operators;

    Field(Set<Operator> operators) {
        this.operators = operators;
    }

    /** As it is written. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Operators that may stand behind it. */
    public Set<Operator> operators() {
        return Set.copyOf(operators);
    }

    /** Whether the field alone is a question: {@code dup}, {@code finding}. */
    public boolean isFlag() {
        return this == DUP || this == RETAIN || this == FINDING;
    }

    /** Whether only a trace can answer it, and not a packet that is not there yet. */
    boolean isOfTrace() {
        return switch (this) {
            case STATE, SENDER, RECEIVER, JUDGEMENT, FINDING, SEVERITY, NO -> true;
            case TYPE, CLIENT, TOPIC, QOS, DUP, RETAIN, ID, REASON, TIME, PAYLOAD, SIZE, DIRECTION, LINK -> false;
        };
    }

    private static final class Operators {
        static final Set<Operator> ORDERED =
                EnumSet.of(EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL);
    }
}
