package dev.fourshake.model.trace;

import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.wire.PacketType;
import java.util.Collections;
import java.util.Map;

/**
 * Counters over a whole trace: what the summary of {@code inspect} says. Packets are those that the two peers sent,
 * each once, whether or not the tap passed it on; what the tap made itself (duplicated, injected) is not among them.
 *
 * @param packets      well-formed packets by type, types that do not occur left out
 * @param malformed    packets whose bytes are wrong
 * @param opaqueBytes  bytes that are not framed as MQTT
 * @param missingBytes bytes that travelled and were not seen
 * @param dup          PUBLISH packets with the DUP flag
 * @param exchanges    deliveries by kind and outcome, all of both; one that goes on over a reconnect is one
 */
public record Totals(Map<PacketType, Long> packets, long malformed, long opaqueBytes, long missingBytes, long dup,
                     Map<ExchangeKind, Map<Outcome, Long>> exchanges) {

    public Totals {
        packets = Collections.unmodifiableMap(packets);
        exchanges = Collections.unmodifiableMap(exchanges);
    }
}
