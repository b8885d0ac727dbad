package dev.fourshake.ui.filter;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.ReceiverState;
import dev.fourshake.model.exchange.SenderState;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.Optional;
import java.util.function.Predicate;

/** Something that is no packet, such as a session: it has what a subclass says, and nothing else. */
public class PlainSubject implements Subject {

    @Override
    public PacketType type() {
        return null;
    }

    @Override
    public Direction direction() {
        return null;
    }

    @Override
    public ProtocolVersion version() {
        return null;
    }

    @Override
    public int firstByte() {
        return 0;
    }

    @Override
    public int packetId() {
        return 0;
    }

    @Override
    public int reasonCode() {
        return -1;
    }

    @Override
    public long length() {
        return -1;
    }

    @Override
    public int link() {
        return -1;
    }

    @Override
    public int number() {
        return -1;
    }

    @Override
    public long timeNanos() {
        return 0;
    }

    @Override
    public long sinceStartNanos() {
        return 0;
    }

    @Override
    public String topic() {
        return "";
    }

    @Override
    public String clientId() {
        return "";
    }

    @Override
    public Bytes payload() {
        return Bytes.EMPTY;
    }

    @Override
    public Optional<Outcome> outcome() {
        return Optional.empty();
    }

    @Override
    public SenderState sender() {
        return null;
    }

    @Override
    public ReceiverState receiver() {
        return null;
    }

    @Override
    public Judgement judgement() {
        return Judgement.REGULAR;
    }

    @Override
    public Severity severity() {
        return Severity.NONE;
    }

    @Override
    public boolean hasFinding(Predicate<String> rule) {
        return false;
    }

    @Override
    public boolean anyOfExchange(Predicate<Subject> wanted) {
        return false;
    }
}
