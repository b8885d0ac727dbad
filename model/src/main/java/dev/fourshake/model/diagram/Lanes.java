package dev.fourshake.model.diagram;

import dev.fourshake.model.diagram.Lane.Kind;
import dev.fourshake.model.diagram.Lane.Side;
import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The lifelines of a trace. They are global and stable: given in the order of first appearance, and a client that has
 * once published or subscribed never moves again. For one thread.
 */
final class Lanes {

    static final int NONE = -1;
    /** More than there are lanes. */
    private static final int FAR = 1_000_000_000;

    private final List<Lane> lanes = new ArrayList<>();
    /** Address and lane of each broker, in the order of first appearance. */
    private final List<String> addresses = new ArrayList<>();
    private final IntList brokers = new IntList();
    private final IntList ofSession = new IntList();
    private final IntList ofLink = new IntList();
    private final IntList brokerOfLink = new IntList();
    private int decidedLeft;
    private int decidedRight;
    private int revision;

    /** Changes with every lane that appears or moves. */
    int revision() {
        return revision;
    }

    List<Lane> all() {
        return lanes;
    }

    /** Takes in a row; they come in order. */
    void fold(TraceSnapshot trace, int row) {
        RowKind kind = trace.kind(row);
        int link = trace.link(row);
        if (brokerOfLink.getOr(link, NONE) == NONE) {
            brokerOfLink.put(link, broker(trace.links().get(link - 1).opened().broker()), NONE);
        }
        if (kind == RowKind.PACKET || kind == RowKind.OPAQUE) {
            int lane = meet(trace, row, link);
            if (lanes.get(lane).side() == Side.UNDECIDED) {
                decide(lane, trace.type(row), trace.direction(row));
            }
        }
    }

    /** Number of the client's lane; {@link #NONE} for a link that never said anything. */
    int client(TraceSnapshot trace, int row) {
        int session = trace.session(row);
        int lane = session >= 0 ? ofSession.getOr(session, NONE) : NONE;
        return lane != NONE ? lane : ofLink.getOr(trace.link(row), NONE);
    }

    /** Number of the broker's lane. */
    int broker(TraceSnapshot trace, int row) {
        return brokerOfLink.get(trace.link(row));
    }

    /** Address of a broker's lane. */
    String address(Lane broker) {
        return addresses.get(broker.id());
    }

    /** From left to right: clients outside in, brokers, clients inside out. */
    List<Lane> inOrder() {
        return lanes.stream().sorted(Comparator.comparingInt(Lanes::position)).toList();
    }

    private static int position(Lane lane) {
        return switch (lane.side()) {
            case UNDECIDED -> -FAR - lane.number();
            case LEFT -> -1 - lane.rank();
            case MIDDLE -> lane.rank();
            case RIGHT -> FAR + lane.rank();
        };
    }

    private int broker(String address) {
        int known = addresses.indexOf(address);
        if (known >= 0) {
            return brokers.get(known);
        }
        brokers.add(add(Kind.BROKER, addresses.size(), Side.MIDDLE, addresses.size()));
        addresses.add(address);
        return brokers.get(addresses.size() - 1);
    }

    private int meet(TraceSnapshot trace, int row, int link) {
        int session = trace.session(row);
        int known = session >= 0 ? ofSession.getOr(session, NONE) : ofLink.getOr(link, NONE);
        if (known == NONE && session >= 0 && isUnnamed(ofLink.getOr(link, NONE))) {
            known = ofLink.get(link);
            Lane unnamed = lanes.get(known);
            replace(new Lane(known, Kind.CLIENT, session, unnamed.side(), unnamed.rank()));
        }
        if (known == NONE) {
            known = session >= 0 ? add(Kind.CLIENT, session, Side.UNDECIDED, 0)
                    : add(Kind.LINK, link, Side.UNDECIDED, 0);
        }
        if (session >= 0) {
            ofSession.put(session, known, NONE);
        }
        if (ofLink.getOr(link, NONE) == NONE) {
            ofLink.put(link, known, NONE);
        }
        return known;
    }

    private boolean isUnnamed(int lane) {
        return lane != NONE && lanes.get(lane).kind() == Kind.LINK;
    }

    private void decide(int number, PacketType type, Direction direction) {
        boolean sends = type == PacketType.PUBLISH && direction == Direction.CLIENT_TO_SERVER;
        boolean receives = type == PacketType.SUBSCRIBE && direction == Direction.CLIENT_TO_SERVER
                || type == PacketType.PUBLISH && direction == Direction.SERVER_TO_CLIENT;
        Lane lane = lanes.get(number);
        if (sends) {
            replace(new Lane(number, lane.kind(), lane.id(), Side.LEFT, decidedLeft++));
        } else if (receives) {
            replace(new Lane(number, lane.kind(), lane.id(), Side.RIGHT, decidedRight++));
        }
    }

    private int add(Kind kind, int id, Side side, int rank) {
        lanes.add(new Lane(lanes.size(), kind, id, side, rank));
        revision++;
        return lanes.size() - 1;
    }

    private void replace(Lane lane) {
        lanes.set(lane.number(), lane);
        revision++;
    }
}
