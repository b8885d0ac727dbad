package dev.fourshake.app.websocket;

import dev.fourshake.model.wire.Bytes;

/**
 * The header of a WebSocket frame (RFC 6455 section 5.2).
 *
 * @param bytes  its own length
 * @param opcode the four bits
 * @param length of the payload
 * @param mask   the masking key; 0 where there is none
 */
record FrameHeader(int bytes, int opcode, long length, boolean masked, int mask) {

    /** A longer frame carries no MQTT that anybody could receive: a packet has 256 MiB at most. */
    private static final long LONGEST = 1L << 30;
    private static final int MOST_BYTES = 14;
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int COMPRESSED = 0x40;
    private static final int PONG = 10;
    private static final int LONGEST_CONTROL = 125;

    /** How many bytes the header has whose first ones these are; 0 where that needs more of them. */
    static int bytes(Bytes from, int at) {
        if (from.length() - at < 2) {
            return 0;
        }
        int second = from.at(at + 1);
        int length = second & 0x7F;
        return 2 + (length == 126 ? 2 : length == 127 ? 8 : 0) + (second >= 0x80 ? 4 : 0);
    }

    /** Reads a header; {@link #bytes(Bytes, int)} of it are there. */
    static FrameHeader read(Bytes from, int at) {
        int bytes = bytes(from, at);
        int second = from.at(at + 1);
        long length = switch (second & 0x7F) {
            case 126 -> from.uint16(at + 2);
            case 127 -> from.uint32(at + 2) << 32 | from.uint32(at + 6);
            default -> second & 0x7F;
        };
        boolean masked = second >= 0x80;
        return new FrameHeader(bytes, from.at(at), length, masked, masked ? (int) from.uint32(at + bytes - 4) : 0);
    }

    static int mostBytes() {
        return MOST_BYTES;
    }

    /** Whether it can be read on: no extension, a known opcode, a length that can be. */
    boolean isSound() {
        int code = opcode & 0x0F;
        boolean control = code >= CLOSE;
        return (opcode & 0x70) == 0 && (code <= BINARY || control && code <= PONG) && length >= 0 && length <= LONGEST
                && (!control || length <= LONGEST_CONTROL && opcode >= 0x80);
    }

    /** Whether only the bit is wrong in it that says that its payload is compressed (RFC 7692 section 6). */
    boolean isCompressed() {
        return (opcode & COMPRESSED) != 0 && new FrameHeader(bytes, opcode & ~COMPRESSED, length, masked, mask)
                .isSound();
    }

    /** Whether its payload is part of the stream, not a ping, a pong or a close. */
    boolean isData() {
        return (opcode & 0x0F) < CLOSE;
    }

    /** Whether it begins a message again: data that does not go on with what came before. */
    boolean isFirst() {
        return (opcode & 0x0F) == TEXT || (opcode & 0x0F) == BINARY;
    }

    boolean isText() {
        return (opcode & 0x0F) == TEXT;
    }

    /** Whether it carries what MQTT may be carried in, or goes on with it. */
    boolean isBinary() {
        return (opcode & 0x0F) == BINARY || (opcode & 0x0F) == CONTINUATION;
    }
}
