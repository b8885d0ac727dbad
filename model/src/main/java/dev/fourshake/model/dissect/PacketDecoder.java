package dev.fourshake.model.dissect;

import dev.fourshake.model.packet.Packet;

/** Reads what follows the fixed header of one packet type. */
@FunctionalInterface
interface PacketDecoder {

    /**
     * Reads the packet and notes in {@code in} what is wrong with it.
     *
     * @return the packet; null where no record can hold it, which has been noted as a defect
     * @throws PacketReader.Broken where its format does not let it be read to the end
     */
    Packet decode(PacketReader in);
}
