package dev.fourshake.app.drill.result;

/**
 * What the broker said of the session when the device came back.
 *
 * @param sessionPresent as CONNACK said
 * @param right          whether that is what it should have said
 */
public record Resumption(boolean sessionPresent, boolean right) {
}
