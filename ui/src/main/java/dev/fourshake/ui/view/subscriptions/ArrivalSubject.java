package dev.fourshake.ui.view.subscriptions;

import dev.fourshake.app.client.ReceivedMessage;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.ui.filter.PlainSubject;

/** A message that one of our own clients got, as a filter sees it: a PUBLISH. */
final class ArrivalSubject extends PlainSubject {

    private final String client;
    private final ReceivedMessage message;

    ArrivalSubject(String client, ReceivedMessage message) {
        this.client = client;
        this.message = message;
    }

    @Override
    public PacketType type() {
        return PacketType.PUBLISH;
    }

    @Override
    public int firstByte() {
        return PacketType.PUBLISH.value() << 4 | (message.dup() ? 8 : 0) | message.qos().level() << 1
                | (message.retain() ? 1 : 0);
    }

    @Override
    public String clientId() {
        return client;
    }

    @Override
    public String topic() {
        return message.topic();
    }

    @Override
    public long length() {
        return message.payload().length();
    }

    @Override
    public Bytes payload() {
        return message.payload();
    }
}
