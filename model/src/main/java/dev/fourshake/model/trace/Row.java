package dev.fourshake.model.trace;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.ReceiverState;
import dev.fourshake.model.exchange.SenderState;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.ProtocolVersion;

/** The row that is being made: the writer fills it and adds it to the {@link Rows}. */
final class Row {

    RowKind kind;
    long timeNanos;
    int link;
    Direction direction;
    Frame.Fate fate;
    boolean text;
    int firstByte;
    int packetId;
    int reasonCode;
    int topic;
    int length;
    long position;
    int session;
    int exchange;
    int held;
    ProtocolVersion version;
    Judgement judgement;
    Severity severity;
    SenderState sender;
    ReceiverState receiver;

    Row copy() {
        Row copy = new Row().begin(kind, timeNanos, link);
        copy.direction = direction;
        copy.fate = fate;
        copy.text = text;
        copy.firstByte = firstByte;
        copy.packetId = packetId;
        copy.reasonCode = reasonCode;
        copy.topic = topic;
        copy.length = length;
        copy.position = position;
        copy.session = session;
        copy.exchange = exchange;
        copy.held = held;
        copy.version = version;
        copy.judgement = judgement;
        copy.severity = severity;
        copy.sender = sender;
        copy.receiver = receiver;
        return copy;
    }

    Row begin(RowKind kind, long timeNanos, int link) {
        this.kind = kind;
        this.timeNanos = timeNanos;
        this.link = link;
        direction = null;
        fate = Frame.Fate.PASSED;
        text = false;
        firstByte = 0;
        packetId = 0;
        reasonCode = -1;
        topic = 0;
        length = 0;
        position = 0;
        session = -1;
        exchange = -1;
        held = -1;
        version = null;
        judgement = Judgement.REGULAR;
        severity = Severity.NONE;
        sender = SenderState.IDLE;
        receiver = ReceiverState.IDLE;
        return this;
    }
}
