/**
 * The tap beside plain TCP relays: {@link dev.fourshake.bench.relay.RelayBenchmark}, started by
 * {@code bench/tap-beside-relays}. No JMH: what is measured runs in processes of its own, a broker among them.
 */
package dev.fourshake.bench.relay;
