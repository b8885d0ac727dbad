/**
 * How events get into a {@link dev.fourshake.model.trace.Trace}: one bounded queue and one writer thread a source,
 * for live traffic (which never waits) as for files (which do).
 */
package dev.fourshake.app.trace;
