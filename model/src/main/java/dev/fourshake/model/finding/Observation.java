package dev.fourshake.model.finding;

import dev.fourshake.model.delivery.Tie;
import dev.fourshake.model.dissect.Decoded;
import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.exchange.Tracked;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.wire.WireEvent;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link Rule} is shown of one row. The same object is used for every row: a rule keeps values, not this.
 * Writer's thread only.
 */
public final class Observation {

    private final ExchangeLog exchanges;
    private int row;
    private WireEvent event;
    private LinkState link;
    private Decoded decoded;
    private Packet packet;
    private Tracked tracked;
    private Tie tie;
    private List<Integer> cutExchanges = List.of();

    public Observation(ExchangeLog exchanges) {
        this.exchanges = exchanges;
    }

    /** All that follows concerns this row. */
    public Observation of(int row, WireEvent event, LinkState link) {
        this.row = row;
        this.event = event;
        this.link = link;
        this.decoded = null;
        this.packet = null;
        this.tracked = null;
        this.tie = null;
        this.cutExchanges = List.of();
        return this;
    }

    /** The row is a packet. */
    public Observation packet(Decoded decoded, Tracked tracked) {
        this.decoded = decoded;
        this.packet = decoded.packet().orElse(null);
        this.tracked = tracked;
        return this;
    }

    /** The row is a message that a broker sends, null for all else. */
    public Observation tie(Tie tie) {
        this.tie = tie;
        return this;
    }

    /** The row lets a held packet go, or throws it away, and that does this to its exchange. */
    public Observation released(Tracked tracked) {
        this.tracked = tracked;
        return this;
    }

    /** The row ends a link while these QoS 1 and 2 deliveries were open. */
    public Observation cut(List<Integer> exchanges) {
        this.cutExchanges = exchanges;
        return this;
    }

    public int row() {
        return row;
    }

    public WireEvent event() {
        return event;
    }

    public LinkState link() {
        return link;
    }

    public Optional<SessionState> session() {
        return link.session();
    }

    /** The packet; only for {@link Rule#packet}. */
    public Decoded decoded() {
        return decoded;
    }

    /** The same for rules that are shown many packets: null where its format is broken. */
    public Packet packetOrNull() {
        return packet;
    }

    /** What it did to its exchange; empty where its format is broken. */
    public Optional<Tracked> tracked() {
        return Optional.ofNullable(tracked);
    }

    /** What a broker's message is tied to; empty for all else, and where it is not sent for the first time. */
    public Optional<Tie> tie() {
        return Optional.ofNullable(tie);
    }

    /** The same for what is asked of each packet: null for none. */
    Tie tieOrNull() {
        return tie;
    }

    /**
     * The same for rules that are shown many packets; null where its format is broken, and where there is no packet.
     */
    public Tracked trackedOrNull() {
        return tracked;
    }

    /** Deliveries that were open when the link ended. */
    public List<Integer> cutExchanges() {
        return cutExchanges;
    }

    public ExchangeLog exchanges() {
        return exchanges;
    }
}
