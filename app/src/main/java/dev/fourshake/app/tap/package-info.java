/**
 * The tap: it stands on the wire between devices and their broker, passes every byte on unchanged and at once, and
 * shows the trace what passed. All work on a link is done by one event loop.
 *
 * <p>The fast path is {@link dev.fourshake.app.tap.Lane#received} of a lane without gate and weak line: for each read
 * one copy for the trace ({@link dev.fourshake.app.trace.LiveLink#bytes}), a look at the packet boundaries, one write;
 * one flush for all that was read at once. It asks for no breakpoint, takes no lock, wakes no thread while the trace
 * has work, and decodes nothing. Keep it so: what is armed belongs behind the gate or the line of the links that it
 * concerns, and {@code bench/tap-beside-relays} shows what a change costs.
 *
 * <p>What else a tap can do stands in packages that know nothing of this one: {@code hold} (the gate), {@code line}
 * (the weak line) and {@code tls}. A {@link dev.fourshake.app.tap.TapLink} and its lanes put them together.
 */
package dev.fourshake.app.tap;
