/**
 * The drill: at each step of a handshake something is made to go wrong, and what comes of the message is judged. A
 * {@link dev.fourshake.app.drill.DrillPlan} says which
 * {@linkplain dev.fourshake.app.drill.result.FaultPoint fault points} are run; {@link dev.fourshake.app.drill.Drill} runs them one after the other, each with taps and a trace of its own,
 * and {@code judge} reads the verdict out of that trace, and out of what applications counted. A fault is a breakpoint
 * of the tap with a reaction: the drill has no second way to touch a packet. {@code report} writes the result for
 * pipelines.
 */
package dev.fourshake.app.drill;
