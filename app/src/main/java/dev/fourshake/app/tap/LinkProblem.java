package dev.fourshake.app.tap;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.net.Reason;
import dev.fourshake.model.text.Message;
import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.net.UnknownHostException;

/**
 * Why a link could not be made, other than by TLS.
 *
 * @param sentence for the user
 * @param detail   short and technical
 */
record LinkProblem(Message sentence, String detail) {

    static LinkProblem unreachable(HostPort broker, Throwable cause) {
        String detail = Reason.of(cause);
        String key = switch (cause) {
            case UnknownHostException _ -> "broker.unknownHost";
            case ConnectTimeoutException _ -> "broker.timeout";
            case ConnectException _ when detail.contains("refused") -> "broker.refused";
            default -> "broker.unreachable";
        };
        return new LinkProblem(Message.of(LinkProblem.class, key, broker.toString(), broker.host(), detail), detail);
    }
}
