package dev.fourshake.model.filter;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.ReceiverState;
import dev.fourshake.model.exchange.SenderState;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.wire.PacketType;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A field of packets, as a part of their language. */
record PacketTerm(Field field) implements Term<Subject> {

    @Override
    public String code() {
        return field.code();
    }

    @Override
    public Set<Operator> operators() {
        return field.operators();
    }

    @Override
    public Predicate<Subject> condition(Operator operator, Token value, ZoneId zone) throws MistakeException {
        return new Conditions(zone).of(field, operator, value);
    }

    @Override
    public boolean isFlag() {
        return field.isFlag();
    }

    @Override
    public Predicate<Subject> flag() {
        return Conditions.flag(field);
    }

    @Override
    public boolean changes() {
        return field == Field.STATE || field == Field.FINDING;
    }

    @Override
    public boolean isOfTrace() {
        return field.isOfTrace();
    }

    @Override
    public boolean asksForClient() {
        return field == Field.CLIENT;
    }

    @Override
    public int cost() {
        return field == Field.PAYLOAD ? 1 : 0;
    }

    @Override
    public Stream<String> values(Vocabulary seen) {
        return switch (field) {
            case TYPE -> names(PacketType.class).filter(name -> !name.equals(PacketType.RESERVED.name()));
            case CLIENT, TOPIC -> seen.of(field.code()).stream().map(Completion::word);
            case QOS -> Stream.of("0", "1", "2");
            case DUP, RETAIN -> Stream.of("true", "false");
            case STATE -> Stream.concat(names(Outcome.class),
                    Stream.concat(names(SenderState.class), names(ReceiverState.class))).distinct()
                    .map(name -> name.toLowerCase(Locale.ROOT));
            case SENDER -> names(SenderState.class).map(name -> name.toLowerCase(Locale.ROOT));
            case RECEIVER -> names(ReceiverState.class).map(name -> name.toLowerCase(Locale.ROOT));
            case JUDGEMENT -> names(Judgement.class).map(name -> name.toLowerCase(Locale.ROOT));
            case FINDING -> Stream.concat(Stream.of("FS-*", "MQTT-*"), seen.of(field.code()).stream());
            case SEVERITY -> names(Severity.class).filter(name -> !name.equals(Severity.NONE.name()))
                    .map(name -> name.toLowerCase(Locale.ROOT));
            case DIRECTION -> Stream.of("c2s", "s2c");
            case REASON -> Stream.of("0x80");
            case ID, TIME, PAYLOAD, SIZE, LINK, NO -> Stream.empty();
        };
    }

    private static Stream<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name);
    }
}
