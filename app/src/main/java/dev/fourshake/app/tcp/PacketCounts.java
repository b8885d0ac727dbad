package dev.fourshake.app.tcp;

import java.util.Map;

/**
 * What became of the packets of a capture.
 *
 * @param tcp          segments of TCP
 * @param otherIp      IP packets of other protocols
 * @param noIp         packets of other networks' protocols than IP, such as ARP
 * @param fragments    parts of IP packets that could not be put together
 * @param broken       whose headers contradict themselves, or are not all there
 * @param unknownLinks packets of each link type that cannot be read, by its number
 * @param contradicted connections that carried different bytes for the same place
 */
public record PacketCounts(long tcp, long otherIp, long noIp, long fragments, long broken,
                           Map<Integer, Long> unknownLinks, long contradicted) {

    public PacketCounts {
        unknownLinks = Map.copyOf(unknownLinks);
    }
}
