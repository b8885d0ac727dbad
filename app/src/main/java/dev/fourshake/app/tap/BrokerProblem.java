package dev.fourshake.app.tap;

import dev.fourshake.model.text.Message;
import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.net.UnknownHostException;

/**
 * Why the broker cannot be reached.
 *
 * @param sentence for the user
 * @param detail   short and technical
 */
record BrokerProblem(Message sentence, String detail) {

    static BrokerProblem of(HostPort broker, Throwable cause) {
        String detail = reasonOf(cause);
        String key = switch (cause) {
            case UnknownHostException _ -> "broker.unknownHost";
            case ConnectTimeoutException _ -> "broker.timeout";
            case ConnectException _ when detail.contains("refused") -> "broker.refused";
            default -> "broker.unreachable";
        };
        return new BrokerProblem(Message.of(BrokerProblem.class, key, broker.toString(), broker.host(), detail), detail);
    }

    /** {@code Connection refused}, without the system call before it and the address behind it. */
    static String reasonOf(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return message.substring(message.lastIndexOf("): ") < 0 ? 0 : message.lastIndexOf("): ") + 3);
    }
}
