package dev.fourshake.model.diagram;

import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import java.util.Optional;

/**
 * The head of a lifeline in a page.
 *
 * @param name    client identifier; empty for a broker, and for a client that has none
 * @param version that the client spoke last
 * @param address last known address, {@code HOST:PORT}
 * @param here    the stretches of the page during which it was connected
 */
public record Head(Lane lane, String name, Optional<ProtocolVersion> version, String address, List<Span> here) {

    public Head {
        here = List.copyOf(here);
    }

    /**
     * A stretch of a lifeline.
     *
     * @param from index, or -1 for before the page
     * @param to   index, or {@link Bar#OPEN}
     */
    public record Span(int from, int to) {
    }
}
