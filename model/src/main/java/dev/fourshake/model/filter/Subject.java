package dev.fourshake.model.filter;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.ReceiverState;
import dev.fourshake.model.exchange.SenderState;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.Optional;
import java.util.function.Predicate;

/** What a filter asks about. What a subject does not have is null, empty or -1, and then no comparison holds. */
public interface Subject {

    /** Null for what is no packet. */
    PacketType type();

    /** Null where it has none. */
    Direction direction();

    ProtocolVersion version();

    /** First byte of the packet: type and flags; 0 for what is no packet. */
    int firstByte();

    /** 0 where there is none. */
    int packetId();

    /** -1 where there is none. */
    int reasonCode();

    /** In bytes. */
    long length();

    int link();

    /** Row of the trace as users count, from 1. */
    int number();

    /** Since 1970-01-01T00:00Z. */
    long timeNanos();

    /** Since the first row of the trace. */
    long sinceStartNanos();

    /** An alias resolved; empty for all but PUBLISH. */
    String topic();

    String clientId();

    /** Of a PUBLISH; empty for the others. */
    Bytes payload();

    /** How its exchange ended so far; empty where it belongs to none. */
    Optional<Outcome> outcome();

    /** State of the exchange's sender after it; null where it belongs to none. */
    SenderState sender();

    /** State of the exchange's receiver after it; null where it belongs to none. */
    ReceiverState receiver();

    Judgement judgement();

    /** The worst of its findings. */
    Severity severity();

    /** Whether one of its findings has such an identifier. */
    boolean hasFinding(Predicate<String> rule);

    /** Whether some packet of its exchange passes. */
    boolean anyOfExchange(Predicate<Subject> wanted);
}
