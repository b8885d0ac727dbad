/** Benchmarks of what must be fast: decoding, the trace, the tap; {@code bench/README.md} says how they are run. */
package dev.fourshake.bench;
