package dev.fourshake.model.wire;

import java.nio.ByteBuffer;

/**
 * Follows one direction of a link from packet to packet without keeping its bytes: it reads the fixed header (MQTT 5.0
 * section 2.1: type and Remaining Length) and counts the rest. The tap asks it where it may hold or put in a packet,
 * and the {@link Framer} cuts by it.
 *
 * <p>What is MQTT, and what is not:
 * <ul>
 * <li>A Remaining Length of more than four bytes cannot be read on: the direction is opaque from that packet on.</li>
 * <li>The first packet seen must look like one, else a link that speaks something else would be waited for up to
 * 256 MB long. It need not be CONNECT, as a capture may begin in the middle: see {@link Plausibility}.</li>
 * <li>From its end on the direction is <em>trusted</em>: each further packet is as long as it says, whatever else is
 * wrong with it. That is for the decoder to judge.</li>
 * </ul>
 *
 * <p>Not for several threads.
 */
public final class PacketBoundary {

    /** What {@link #advance} has come to. */
    public enum Step {
        /** The chunk is used up within a packet, or was empty. */
        MORE,
        /** The position stands just behind the last byte of a packet. */
        PACKET,
        /** The bytes since the last packet, and all that follow, are not framed as MQTT. The chunk is used up. */
        OPAQUE
    }

    private static final int LENGTH_BYTES = 4;

    private boolean trusted;
    private boolean opaque;
    /** So many packets are still to look right before it is believed that they begin here. */
    private int probation;

    /** Header bytes of the current packet that were read; the header is whole once {@link #bodyLeft} is not -1. */
    private int headerBytes;
    private int firstByte;
    private int remainingLength;
    private int bodyLeft = -1;
    /** The first bytes behind the fixed header of an untrusted packet, as one number: see {@link Plausibility}. */
    private long prefix;
    private int prefixBytes;

    /** Another one that stands at the same place and moves on by itself. */
    public PacketBoundary copy() {
        PacketBoundary copy = new PacketBoundary();
        copy.trusted = trusted;
        copy.opaque = opaque;
        copy.probation = probation;
        copy.headerBytes = headerBytes;
        copy.firstByte = firstByte;
        copy.remainingLength = remainingLength;
        copy.bodyLeft = bodyLeft;
        copy.prefix = prefix;
        copy.prefixBytes = prefixBytes;
        return copy;
    }

    /** Reads on to the end of the current packet or of the chunk, whichever comes first, and moves its position. */
    public Step advance(ByteBuffer chunk) {
        if (opaque) {
            chunk.position(chunk.limit());
            return Step.OPAQUE;
        }
        if (bodyLeft == 0) {
            headerBytes = 0;
            bodyLeft = -1;
        }
        while (bodyLeft < 0) {
            if (!chunk.hasRemaining()) {
                return Step.MORE;
            }
            if (!readHeader(chunk.get() & 0xFF)) {
                return turnOpaque(chunk);
            }
        }
        if (isDoubted() && !readPrefix(chunk)) {
            return turnOpaque(chunk);
        }
        int skipped = Math.min(bodyLeft, chunk.remaining());
        chunk.position(chunk.position() + skipped);
        bodyLeft -= skipped;
        if (bodyLeft > 0) {
            return Step.MORE;
        }
        trusted = true;
        probation = Math.max(0, probation - 1);
        return Step.PACKET;
    }

    /**
     * Bytes of the direction are missing.
     *
     * @return whether it is still known where the next packet begins, as it is where all of them belong to the body of
     *         one packet. Otherwise the next byte is taken for the first of a packet.
     */
    public boolean pass(long missing) {
        if (opaque) {
            return true;
        }
        if (trusted && bodyLeft >= missing) {
            bodyLeft -= (int) missing;
            return true;
        }
        headerBytes = 0;
        bodyLeft = -1;
        return false;
    }

    /** Whether a packet, or what may become one, has begun and not ended. */
    public boolean isInsidePacket() {
        return !opaque && headerBytes > 0 && bodyLeft != 0;
    }

    public boolean isOpaque() {
        return opaque;
    }

    /** Whether a first packet has shown this direction to be MQTT, or {@link #trust} was called. */
    public boolean isTrusted() {
        return trusted;
    }

    /** Takes it from elsewhere (the other direction of the link is trusted) that this is MQTT. */
    public void trust() {
        trusted = true;
    }

    /**
     * The place where the next packet begins was guessed: so many packets must look like some, or the rest is opaque.
     * Also forgets the packet that was being read.
     */
    public void putOnProbation(int packets) {
        trusted = true;
        opaque = false;
        probation = packets;
        headerBytes = 0;
        bodyLeft = -1;
    }

    /** Whether it is still uncertain that packets begin where they seem to. */
    public boolean isOnProbation() {
        return probation > 0;
    }

    private boolean isDoubted() {
        return !trusted || probation > 0;
    }

    /** Takes it from elsewhere (bytes that did not pass here) that what follows is not framed as MQTT. */
    public void giveUp() {
        opaque = true;
    }

    /**
     * Length of the packet that is being read, or that has just ended, fixed header included; -1 as long as its header
     * is not whole.
     */
    public long packetLength() {
        return bodyLeft < 0 ? -1 : (long) headerBytes + remainingLength;
    }

    /** Takes one byte of the fixed header; false where it cannot be right. */
    private boolean readHeader(int value) {
        if (headerBytes == 0) {
            headerBytes = 1;
            firstByte = value;
            remainingLength = 0;
            prefix = 0;
            prefixBytes = 0;
            return !isDoubted() || Plausibility.ofFirstByte(value);
        }
        remainingLength |= (value & 0x7F) << 7 * (headerBytes - 1);
        headerBytes++;
        if (value < 0x80) {
            bodyLeft = remainingLength;
            return !isDoubted() || Plausibility.of(firstByte, remainingLength, 0, 0);
        }
        return headerBytes <= LENGTH_BYTES;
    }

    /** Looks at the first bytes behind the header, one by one so that the answer comes as early as it can. */
    private boolean readPrefix(ByteBuffer chunk) {
        while (prefixBytes < Plausibility.PREFIX && bodyLeft > 0 && chunk.hasRemaining()) {
            prefix |= (chunk.get() & 0xFFL) << 8 * (7 - prefixBytes);
            prefixBytes++;
            bodyLeft--;
            if (!Plausibility.of(firstByte, remainingLength, prefix, prefixBytes)) {
                return false;
            }
        }
        return true;
    }

    private Step turnOpaque(ByteBuffer chunk) {
        opaque = true;
        chunk.position(chunk.limit());
        return Step.OPAQUE;
    }
}
