/**
 * How events get into a {@link dev.fourshake.model.trace.Trace}: one bounded queue and one writer thread a source,
 * for live traffic (which never waits) as for files (which do).
 *
 * <p>Who watches goes last: the writer, and the recorder of a capture, let everybody else have the processor after
 * every few packets ({@link dev.fourshake.app.trace.Courtesy}), as long as they keep up with the wire.
 */
package dev.fourshake.app.trace;
