package dev.fourshake.model.filter;

import static dev.fourshake.model.filter.Comparisons.NONE;
import static dev.fourshake.model.filter.Comparisons.constant;
import static dev.fourshake.model.filter.Comparisons.integer;
import static dev.fourshake.model.filter.Comparisons.name;
import static dev.fourshake.model.filter.Comparisons.names;
import static dev.fourshake.model.filter.Comparisons.number;
import static dev.fourshake.model.filter.Comparisons.text;

import dev.fourshake.model.dissect.ReasonCodes;
import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.ReceiverState;
import dev.fourshake.model.exchange.SenderState;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.topic.TopicFilter;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Turns a comparison of a packet's field, as it is written, into one that can be asked. */
final class Conditions {

    private static final int ANY_REASON = 0xFF;

    private final ZoneId zone;

    Conditions(ZoneId zone) {
        this.zone = zone;
    }

    /** The question that a field is by itself. */
    static Predicate<Subject> flag(Field field) {
        return field == Field.FINDING ? subject -> subject.hasFinding(_ -> true)
                : subject -> flagOf(field, subject) == 1;
    }

    /** @throws MistakeException if the value makes no sense for the field */
    Predicate<Subject> of(Field field, Operator operator, Token value) throws MistakeException {
        return switch (field) {
            case TYPE -> name(operator, value, PacketType.class,
                    subject -> Optional.ofNullable(subject.type()).map(PacketType::name));
            case CLIENT -> text(operator, value.text(), Subject::clientId, true);
            case TOPIC -> topic(operator, value);
            case QOS -> number(operator, integer(value, 0, 2), Conditions::qos);
            case DUP, RETAIN -> number(operator, truth(value), subject -> flagOf(field, subject));
            case ID -> number(operator, integer(value, 0, 0xFFFF),
                    subject -> subject.packetId() == 0 ? NONE : subject.packetId());
            case REASON -> reason(operator, value);
            case TIME -> new TimeOfDay(zone).condition(operator, value);
            case STATE -> state(operator, value);
            case SENDER -> name(operator, value, SenderState.class,
                    subject -> Optional.ofNullable(subject.sender()).map(SenderState::name));
            case RECEIVER -> name(operator, value, ReceiverState.class,
                    subject -> Optional.ofNullable(subject.receiver()).map(ReceiverState::name));
            case JUDGEMENT -> name(operator, value, Judgement.class,
                    subject -> Optional.of(subject.judgement().name()));
            case FINDING -> finding(operator, value.text());
            case SEVERITY -> number(operator, constant(value, Severity.class).ordinal(),
                    subject -> subject.severity() == Severity.NONE ? NONE : subject.severity().ordinal());
            case PAYLOAD -> payload(operator, value);
            case SIZE -> number(operator, integer(value, 0, Long.MAX_VALUE), Subject::length);
            case DIRECTION -> direction(operator, value);
            case LINK -> number(operator, integer(value, 0, Integer.MAX_VALUE), Subject::link);
            case NO -> number(operator, integer(value, 0, Integer.MAX_VALUE), Subject::number);
        };
    }

    // ------------------------------------------------------------------ numbers

    private static long qos(Subject subject) {
        return subject.type() == PacketType.PUBLISH ? subject.firstByte() >> 1 & 3 : NONE;
    }

    private static long flagOf(Field field, Subject subject) {
        return subject.type() == PacketType.PUBLISH ? subject.firstByte() >> (field == Field.DUP ? 3 : 0) & 1 : NONE;
    }

    private static long truth(Token value) throws MistakeException {
        return switch (value.text().toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes" -> 1;
            case "0", "false", "no" -> 0;
            default -> throw new MistakeException(value, "truth.invalid", value.text());
        };
    }

    private static Predicate<Subject> reason(Operator operator, Token value) throws MistakeException {
        if (Character.isDigit(value.text().isEmpty() ? ' ' : value.text().charAt(0))) {
            return number(operator, integer(value, 0, ANY_REASON),
                    subject -> subject.reasonCode() < 0 ? NONE : subject.reasonCode());
        }
        String wanted = letters(value.text());
        boolean known = Arrays.stream(PacketType.values()).anyMatch(type -> {
            for (int code = 0; code <= ANY_REASON; code++) {
                if (ReasonCodes.name(type, null, code).filter(name -> letters(name).equals(wanted)).isPresent()) {
                    return true;
                }
            }
            return false;
        });
        if (!known || operator != Operator.EQUAL && operator != Operator.NOT_EQUAL) {
            throw new MistakeException(value, "reason.invalid", value.text());
        }
        return subject -> subject.reasonCode() >= 0 && subject.type() != null
                && (operator == Operator.EQUAL) == ReasonCodes.name(subject.type(), subject.version(),
                        subject.reasonCode()).filter(name -> letters(name).equals(wanted)).isPresent();
    }

    private static String letters(String text) {
        return text.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }

    // ------------------------------------------------------------------ names

    private static Predicate<Subject> state(Operator operator, Token value) throws MistakeException {
        String wanted = value.text().toUpperCase(Locale.ROOT);
        boolean known = Arrays.stream(Outcome.values()).anyMatch(outcome -> outcome.name().equals(wanted))
                || Arrays.stream(SenderState.values()).anyMatch(state -> state.name().equals(wanted))
                || Arrays.stream(ReceiverState.values()).anyMatch(state -> state.name().equals(wanted));
        if (!known) {
            throw new MistakeException(value, "name.invalid", value.text(),
                    names(Outcome.class, SenderState.class, ReceiverState.class));
        }
        return subject -> subject.outcome().filter(outcome -> (operator == Operator.EQUAL)
                == (outcome.name().equals(wanted) || subject.sender() != null && subject.sender().name().equals(wanted)
                || subject.receiver() != null && subject.receiver().name().equals(wanted))).isPresent();
    }

    private static Predicate<Subject> direction(Operator operator, Token value) throws MistakeException {
        Direction wanted = switch (value.text().toLowerCase(Locale.ROOT)) {
            case "c2s" -> Direction.CLIENT_TO_SERVER;
            case "s2c" -> Direction.SERVER_TO_CLIENT;
            default -> throw new MistakeException(value, "name.invalid", value.text(), "c2s, s2c");
        };
        return subject -> subject.direction() != null
                && (subject.direction() == wanted) == (operator == Operator.EQUAL);
    }

    // ------------------------------------------------------------------ texts

    /**
     * Wildcards fill a level, and # the last one (MQTT 5.0 section 4.7.1). Level by level: an expression for it would
     * need a stack as deep as the filter.
     */
    private static boolean isTopicFilter(String text) {
        String[] levels = text.split("/", -1);
        for (int i = 0; i < levels.length; i++) {
            boolean isWildcard = levels[i].equals("+") || levels[i].equals("#") && i == levels.length - 1;
            if (!isWildcard && (levels[i].indexOf('+') >= 0 || levels[i].indexOf('#') >= 0)) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<Subject> topic(Operator operator, Token value) throws MistakeException {
        if (operator != Operator.MATCHES) {
            return text(operator, value.text(), Subject::topic, false);
        } else if (value.text().isEmpty()) {
            throw new MistakeException(value, "value.missing", "topic");
        } else if (!isTopicFilter(value.text())) {
            throw new MistakeException(value, "topicFilter.invalid", value.text());
        }
        TopicFilter filter = TopicFilter.of(value.text());
        return subject -> !subject.topic().isEmpty() && filter.matches(subject.topic());
    }

    private static Predicate<Subject> finding(Operator operator, String wanted) {
        Glob glob = new Glob((operator == Operator.CONTAINS ? "*" + wanted + "*" : wanted).toUpperCase(Locale.ROOT));
        Predicate<String> fits = rule -> glob.matches(rule.toUpperCase(Locale.ROOT));
        return operator == Operator.NOT_EQUAL
                ? subject -> subject.hasFinding(_ -> true) && !subject.hasFinding(fits)
                : subject -> subject.hasFinding(fits);
    }

    private static Predicate<Subject> payload(Operator operator, Token value) throws MistakeException {
        byte[] wanted = bytes(value);
        return subject -> {
            if (subject.type() != PacketType.PUBLISH) {
                return false;
            }
            Bytes payload = subject.payload();
            return operator == Operator.CONTAINS ? ByteSearch.contains(payload, wanted)
                    : payload.equals(Bytes.of(wanted)) == (operator == Operator.EQUAL);
        };
    }

    /** A word that begins with 0x is bytes; what is quoted is text. */
    private static byte[] bytes(Token value) throws MistakeException {
        if (value.kind() == Token.Kind.WORD && value.text().startsWith("0x")) {
            try {
                return HexFormat.of().parseHex(value.text().substring(2));
            } catch (IllegalArgumentException _) {
                throw new MistakeException(value, "hex.invalid", value.text());
            }
        }
        return value.text().getBytes(StandardCharsets.UTF_8);
    }
}
