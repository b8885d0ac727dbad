package dev.fourshake.app.tap;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.net.LocalNames;
import dev.fourshake.model.text.Message;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who can connect to a tap. */
final class Reach {

    private Reach() {
    }

    /** Empty where only this computer can. */
    static Optional<Message> of(InetSocketAddress listening, HostPort broker) {
        if (listening.getAddress().isLoopbackAddress()) {
            return Optional.empty();
        }
        List<String> hosts = listening.getAddress().isAnyLocalAddress() ? LocalNames.addresses()
                : List.of(HostPort.of(listening).host());
        String where = hosts.stream().map(host -> new HostPort(host, listening.getPort()).toString())
                .collect(Collectors.joining(", "));
        return Optional.of(Message.of(Reach.class, "reach", where, broker.toString()));
    }
}
