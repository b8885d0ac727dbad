/**
 * What a drill tries and what it finds: the {@linkplain dev.fourshake.app.drill.result.FaultPoint fault points}, and the
 * {@linkplain dev.fourshake.app.drill.result.Verdict verdict} of each. Values, which those who run the drill, who judge
 * it and who report it have in common.
 */
package dev.fourshake.app.drill.result;
