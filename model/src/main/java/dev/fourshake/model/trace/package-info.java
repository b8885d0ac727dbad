/**
 * The fold over the wire events of one source: {@link dev.fourshake.model.trace.Trace} is written by one thread,
 * {@link dev.fourshake.model.trace.TraceSnapshot} is read by any.
 *
 * <p>An event becomes a {@code Row} and goes into columns ({@code Rows}); its bytes go into the {@code RawArena}. Rows
 * below the published count never change. What becomes known later (the next packet of an exchange, its end, the
 * release of a held frame) is kept as the number of the <em>later</em> row, and a snapshot takes a row that it does not
 * know for none: so it needs no copy, no lock, and goes on giving the same answers while the writer goes on.
 */
package dev.fourshake.model.trace;
