package dev.fourshake.app.tap.line;

import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketBoundary;
import java.util.Arrays;

/** Which quality each direction of one link has. On the link's event loop only. */
public final class LinkLines {

    private final LineControl control;
    private final WeakLink link;
    /** Client Identifier; null while no line asked for it, or it is not known. */
    private String clientId;

    public LinkLines(LineControl control, WeakLink link) {
        this.control = control;
        this.link = link;
    }

    /**
     * A line for one direction, perfect at first.
     *
     * @param boundary where the direction stands now; the line's own from here on
     */
    public WeakLine line(WeakLane lane, PacketBoundary boundary) {
        return new WeakLine(this, link, lane, boundary);
    }

    /** Gives each direction that there is the quality that the rules of the tap have for it. */
    public void arrange() {
        boolean asks = control.asksForNames();
        if (asks && clientId == null) {
            clientId = link.clientId().orElse(null);
        }
        boolean watch = asks && clientId == null;
        link.lanes().forEach(lane ->
                lane.line(quality(lane.direction()), watch && lane.direction() == Direction.CLIENT_TO_SERVER));
    }

    /** The rules have changed: what was on its way has arrived. */
    void rearrange() {
        arrange();
        if (Arrays.stream(Direction.values()).map(this::quality).allMatch(LineQuality::isPerfect)) {
            link.mend();
        }
        link.lanes().toList().forEach(WeakLane::moved);
    }

    /** Any thread. */
    void execute(Runnable work) {
        link.execute(work);
    }

    private LineQuality quality(Direction direction) {
        return control.quality(link.live().number(), clientId, direction);
    }

    /** The client says its name, before its CONNECT has gone anywhere. */
    void introduced(Bytes connect) {
        clientId = Decoder.decode(connect, null, Direction.CLIENT_TO_SERVER).packet()
                .map(packet -> packet instanceof Connect said ? said.clientId() : null).orElse(null);
        arrange();
    }
}
