/**
 * What a drill tries and what it finds: the {@linkplain dev.fourshake.app.drill.result.FaultPoint fault points}, and
 * the {@linkplain dev.fourshake.app.drill.result.Verdict verdict} of each. Values that those have in common who run the
 * drill, judge it and report it.
 */
package dev.fourshake.app.drill.result;
