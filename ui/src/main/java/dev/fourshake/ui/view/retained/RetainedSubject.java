package dev.fourshake.ui.view.retained;

import dev.fourshake.model.retained.RetainedMessage;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.ui.filter.PlainSubject;

/** A retained message as a filter sees it: a PUBLISH with a topic, a QoS, a size and a time. */
final class RetainedSubject extends PlainSubject {

    private final RetainedMessage message;
    private final TraceSnapshot trace;

    RetainedSubject(RetainedMessage message, TraceSnapshot trace) {
        this.message = message;
        this.trace = trace;
    }

    @Override
    public PacketType type() {
        return PacketType.PUBLISH;
    }

    @Override
    public int firstByte() {
        return PacketType.PUBLISH.value() << 4 | message.qos().level() << 1 | 1;
    }

    @Override
    public String topic() {
        return message.topic();
    }

    @Override
    public long length() {
        return message.payloadLength();
    }

    @Override
    public int number() {
        return message.row() + 1;
    }

    @Override
    public long timeNanos() {
        return message.timeNanos();
    }

    @Override
    public long sinceStartNanos() {
        return trace.rowCount() == 0 ? 0 : message.timeNanos() - trace.timeNanos(0);
    }
}
