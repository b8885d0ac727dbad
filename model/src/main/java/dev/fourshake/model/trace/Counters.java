package dev.fourshake.model.trace;

import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumMap;
import java.util.Map;

/** Counts for {@link Totals} while the trace is written. Writer's thread only. */
final class Counters {

    private static final PacketType[] TYPES = PacketType.values();

    private final long[] packets = new long[TYPES.length];
    private long malformed;
    private long opaqueBytes;
    private long missingBytes;
    private long dup;

    void packet(PacketType type) {
        packets[type.ordinal()]++;
    }

    void malformed() {
        malformed++;
    }

    void opaque(long bytes) {
        opaqueBytes += bytes;
    }

    void missing(long bytes) {
        missingBytes += bytes;
    }

    void dup() {
        dup++;
    }

    Totals totals(ExchangeLog log) {
        Map<PacketType, Long> byType = new EnumMap<>(PacketType.class);
        for (PacketType type : TYPES) {
            if (packets[type.ordinal()] > 0) {
                byType.put(type, packets[type.ordinal()]);
            }
        }
        Map<ExchangeKind, Map<Outcome, Long>> exchanges = new EnumMap<>(ExchangeKind.class);
        for (ExchangeKind kind : ExchangeKind.values()) {
            if (kind.isDelivery()) {
                exchanges.put(kind, outcomes(log, kind));
            }
        }
        return new Totals(byType, malformed, opaqueBytes, missingBytes, dup, exchanges);
    }

    private static Map<Outcome, Long> outcomes(ExchangeLog log, ExchangeKind kind) {
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, log.count(kind, outcome));
        }
        return outcomes;
    }
}
