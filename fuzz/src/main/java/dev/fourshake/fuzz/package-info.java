/**
 * What is fuzzed: one class a target, whose method gets any bytes and throws where a promise is broken. The corpus that
 * was found stands in {@code corpus}, a folder a target, and is played by a test.
 */
package dev.fourshake.fuzz;
