package dev.fourshake.app.client;

import java.io.EOFException;
import java.util.Optional;

/**
 * What either Paho reports as an exception; both number their reasons alike.
 *
 * @param code         Paho's reason code: below 256 the protocol's, above its own
 * @param cause        what lies behind it
 * @param brokerReason Reason Code of the broker's DISCONNECT; -1 without one
 * @param brokerWords  Reason String of the broker's DISCONNECT
 */
record PahoError(int code, Throwable cause, int brokerReason, Optional<String> brokerWords) {

    /** The in-flight window is full. */
    static final int MAX_INFLIGHT = 32_202;

    PahoError(int code, Throwable cause) {
        this(code, cause, -1, Optional.empty());
    }

    static PahoError disconnect(int reasonCode, Optional<String> words) {
        return new PahoError(0, new EOFException(), reasonCode, words);
    }

    static PahoError of(Throwable failure) {
        return switch (failure) {
            case org.eclipse.paho.mqttv5.common.MqttException e -> new PahoError(e.getReasonCode(), behind(e));
            case org.eclipse.paho.client.mqttv3.MqttException e -> new PahoError(e.getReasonCode(), behind(e));
            case Throwable other -> new PahoError(0, other);
        };
    }

    /** Something that is asked of Paho. */
    interface Action {

        void run() throws Exception;
    }

    /** Why Paho does not take it: not connected, a full window, an illegal argument; empty if it does. */
    static Optional<PahoError> refusal(Action action) {
        try {
            action.run();
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(of(e));
        }
    }

    private static Throwable behind(Exception failure) {
        return failure.getCause() == null ? failure : failure.getCause();
    }
}
