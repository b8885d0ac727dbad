/**
 * Reads the verdict of a case out of its trace: a pure function of values, without a clock, a socket or a thread.
 * {@link dev.fourshake.app.drill.judge.Judge} is the door. Nobody is accused of what the tap did, nor where the trace
 * does not show who had the message.
 */
package dev.fourshake.app.drill.judge;
