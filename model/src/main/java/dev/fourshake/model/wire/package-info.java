/**
 * What happens on the wire, before anybody has read it. A {@link dev.fourshake.model.wire.WireEvent} is a link that
 * opens or ends, a frame with what the tap did to it, or bytes that nobody saw: all that a trace is folded from, and
 * all that a capture stores. {@link dev.fourshake.model.wire.Framer} cuts a stream of bytes into frames by their fixed
 * headers, and {@link dev.fourshake.model.wire.PacketBoundary} follows them without keeping a byte. Times are
 * nanoseconds since 1970-01-01T00:00Z, and come with the event: nothing here asks a clock.
 */
package dev.fourshake.model.wire;
