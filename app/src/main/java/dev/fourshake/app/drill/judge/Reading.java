package dev.fourshake.app.drill.judge;

import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.session.Session;
import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.PacketType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The trace of a case, asked as its judge asks. */
final class Reading {

    private final Evidence evidence;
    private final FaultPoint point;
    private final TraceSnapshot trace;
    private final OptionalInt hit;
    private final Optional<Exchange> handshake;
    /** The device's Client Identifier: others may connect where it does. Empty while nothing has told which it is. */
    private Optional<String> client = Optional.empty();

    Reading(Evidence evidence) {
        this.evidence = evidence;
        point = evidence.point();
        trace = evidence.trace();
        hit = findHit();
        handshake = findHandshake();
        client = handshake.filter(each -> each.session() >= 0).map(each -> session(each.session()).clientId());
    }

    Evidence evidence() {
        return evidence;
    }

    FaultPoint point() {
        return point;
    }

    TraceSnapshot trace() {
        return trace;
    }

    /** The row that the fault befell; empty where it did not come to that. */
    OptionalInt hit() {
        return hit;
    }

    /** The exchange that the fault befell, or would have; empty where there was none. */
    Optional<Exchange> handshake() {
        return handshake;
    }

    // ------------------------------------------------------------------ who is who

    /** The last CONNECT of the device, once the broker has accepted one. */
    Optional<Connect> device() {
        return trace.sessions().stream().filter(each -> isDevice(each) && !each.sessionPresent().isEmpty())
                .flatMap(each -> each.connect().stream()).findFirst();
    }

    boolean isOfDevice(int row) {
        int session = sessionOf(row);
        return session >= 0 && isDevice(session(session));
    }

    boolean isOfCounterpart(int row) {
        int session = sessionOf(row);
        return session >= 0 && isCounterpart(session(session));
    }

    private int sessionOf(int row) {
        int session = trace.session(row);
        return session >= 0 ? session : trace.links().get(trace.link(row) - 1).session();
    }

    private Session session(int id) {
        return trace.sessions().get(id);
    }

    private boolean isDevice(Session session) {
        return !isCounterpart(session) && client.map(session.clientId()::equals).orElse(true);
    }

    private boolean isCounterpart(Session session) {
        return session.clientId().equals(evidence.counterpart());
    }

    private boolean isStranger(Session session) {
        return !isCounterpart(session) && !isDevice(session);
    }

    // ------------------------------------------------------------------ packets

    /** Rows of the device's packets of this type, in order; what the tap made itself is none of them. */
    IntStream packets(PacketType type, Direction direction) {
        return IntStream.range(0, trace.rowCount()).filter(row -> trace.kind(row) == RowKind.PACKET
                && trace.type(row) == type && trace.direction(row) == direction && isSent(row) && isOfDevice(row));
    }

    /** Whether a peer sent it. */
    boolean isSent(int row) {
        Frame.Fate fate = trace.fate(row);
        return fate != Frame.Fate.DUPLICATED && fate != Frame.Fate.INJECTED;
    }

    /** Whether it got past the tap at this row. */
    boolean isArrival(int row) {
        return switch (trace.kind(row)) {
            case PACKET -> trace.fate(row) != Frame.Fate.DROPPED && trace.fate(row) != Frame.Fate.HELD;
            case RELEASED -> trace.fate(row) != Frame.Fate.DROPPED;
            case OPAQUE, LINK_OPENED, LINK_ENDED, MISSED -> false;
        };
    }

    // ------------------------------------------------------------------ the fault

    private OptionalInt findHit() {
        IntStream steps = packets(point.step(), point.stepDirection())
                .filter(row -> row >= evidence.armedRow() && isOfKind(row));
        return steps.filter(this::isTouched).findFirst();
    }

    private boolean isOfKind(int row) {
        int id = trace.exchangeId(row);
        if (id < 0) {
            return false;
        }
        Exchange exchange = trace.exchange(id);
        return exchange.kind() == point.exchangeKind() && exchange.direction() == point.direction();
    }

    /** Whether the tap did something to it: the packet's own fate, a copy of it, or the end of its link right after. */
    private boolean isTouched(int row) {
        if (trace.fate(row) != Frame.Fate.PASSED) {
            return true;
        }
        boolean isCutAfter = point.fault() == Fault.CUT_AFTER;
        return IntStream.range(row + 1, trace.rowCount()).filter(later -> trace.link(later) == trace.link(row))
                .takeWhile(later -> trace.kind(later) != RowKind.PACKET || !isSent(later)
                        || trace.direction(later) != trace.direction(row))
                .anyMatch(later -> trace.kind(later) == RowKind.PACKET ? trace.fate(later) == Frame.Fate.DUPLICATED
                        : isCutAfter && isCut(later));
    }

    private boolean isCut(int row) {
        return trace.event(row) instanceof LinkEnded ended && ended.by() == LinkEnded.Party.TAP;
    }

    // ------------------------------------------------------------------ the message

    private Optional<Exchange> findHandshake() {
        if (hit.isPresent()) {
            return Optional.of(trace.exchange(trace.exchangeId(hit.getAsInt())));
        }
        return packets(PacketType.PUBLISH, point.direction())
                .filter(row -> row >= evidence.armedRow() && isOfKind(row))
                .mapToObj(row -> trace.exchange(trace.exchangeId(row))).findFirst();
    }

    /**
     * Deliveries of the same message in this direction: by the device, or by its counterpart. What came before the
     * fault was armed is another message, though it may look the same: retained, or of a case before.
     */
    List<Exchange> carriers(Direction direction, boolean device) {
        return carriers(direction, device ? this::isDevice : this::isCounterpart);
    }

    /** Messages of other clients that connect where the device does, and that nobody could tell from the device's. */
    List<Exchange> publishedByOthers() {
        return carriers(Direction.CLIENT_TO_SERVER, this::isStranger);
    }

    private List<Exchange> carriers(Direction direction, Predicate<Session> whose) {
        Publish wanted = handshake.flatMap(this::message).orElse(null);
        if (wanted == null) {
            return List.of();
        }
        String topic = handshake.get().topic();
        return IntStream.range(0, trace.exchangeCount()).mapToObj(trace::exchange)
                .filter(each -> each.firstRow() >= evidence.armedRow()
                        && each.kind().isDelivery() && each.direction() == direction
                        && each.session() >= 0 && whose.test(session(each.session())) && each.topic().equals(topic)
                        && message(each).filter(own -> own.payload().equals(wanted.payload())).isPresent())
                .toList();
    }

    /** Numbers of all exchanges that carry the message. */
    Set<Integer> message() {
        boolean devicePublishes = point.devicePublishes();
        return Stream.concat(carriers(Direction.CLIENT_TO_SERVER, devicePublishes).stream(),
                carriers(Direction.SERVER_TO_CLIENT, !devicePublishes).stream()).map(Exchange::id)
                .collect(Collectors.toSet());
    }

    /** Exchanges with this payload from or to the other end of the message, or the device, in order. */
    List<Exchange> carriersOf(Bytes payload, Direction direction, boolean device) {
        return IntStream.range(0, trace.exchangeCount()).mapToObj(trace::exchange)
                .filter(each -> each.kind().isDelivery() && each.direction() == direction && each.session() >= 0
                        && (device ? isDevice(session(each.session())) : isCounterpart(session(each.session())))
                        && message(each).filter(own -> own.payload().equals(payload)).isPresent())
                .toList();
    }

    private Optional<Publish> message(Exchange exchange) {
        return trace.packet(exchange.firstRow()).filter(Publish.class::isInstance).map(Publish.class::cast);
    }

    /** Rows of all exchanges that carry the message between the device and its broker, in order. */
    IntStream rowsOfMessage() {
        return carriers(point.direction(), true).stream()
                .flatMapToInt(each -> each.steps().stream().mapToInt(step -> step.row())).sorted();
    }
}
