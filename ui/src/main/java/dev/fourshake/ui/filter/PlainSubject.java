package dev.fourshake.ui.filter;

import dev.fourshake.model.filter.UntracedSubject;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;

/** Something that is no packet, such as a session: it has what a subclass says, and nothing else. */
public class PlainSubject extends UntracedSubject {

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
}
