package dev.fourshake.app.pcap;

import java.io.IOException;

/** How a file holds its packets. */
interface PacketFormat {

    /** So many bytes one packet may have: more is no packet, but a number that was read at the wrong place. */
    int MOST_BYTES = 1 << 24;

    /**
     * Reads the next packet.
     *
     * @return false where the file has ended as it should
     * @throws BadPacketFileException if it cannot be read on
     */
    boolean next(CapturedPacket packet) throws IOException;
}
