package dev.fourshake.app.importing;

import dev.fourshake.app.tcp.Endpoint;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.Subprotocols;
import dev.fourshake.model.wire.WireEvent;
import java.util.List;
import java.util.Optional;

/** Where the events of all connections come together, in the order of the packet capture. */
final class Wire {

    private List<WireEvent> target = List.of();
    private int links;

    /** From now on events go there. */
    void into(List<WireEvent> events) {
        target = events;
    }

    void add(WireEvent event) {
        target.add(event);
    }

    /** Tells that a link has opened, and answers its number. */
    int open(Endpoint client, Endpoint broker, boolean tls, Optional<Subprotocols> subprotocols, long timeNanos) {
        links++;
        add(new LinkOpened(links, timeNanos, client.toString(), broker.toString(), tls, tls, subprotocols));
        return links;
    }

    int links() {
        return links;
    }
}
