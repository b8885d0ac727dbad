package dev.fourshake.model.exchange;

import dev.fourshake.model.packet.Acknowledgement;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.packet.Pubcomp;
import dev.fourshake.model.packet.Pubrec;
import dev.fourshake.model.packet.Pubrel;
import dev.fourshake.model.session.PacketIdTable;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.HashSet;
import java.util.Set;

/** Finds the message that a PUBACK, PUBREC, PUBREL or PUBCOMP belongs to, and moves it. */
final class Acknowledgements {

    /** The Reason Code of who is asked for an exchange that it does not know. */
    private static final int PACKET_IDENTIFIER_NOT_FOUND = 0x92;

    private final ExchangeLog log;
    private final Mover mover;
    private final LookBack lookBack;
    private final Deliveries deliveries;
    /** Wrong packets that belong to nothing, and are to be answered nevertheless. */
    private final Set<Unknown> unanswered = new HashSet<>();

    /** @param answer what the other side has to answer */
    private record Unknown(int link, Direction direction, int packetId, PacketType answer) {
    }

    Acknowledgements(ExchangeLog log, Mover mover, LookBack lookBack, Deliveries deliveries) {
        this.log = log;
        this.mover = mover;
        this.lookBack = lookBack;
        this.deliveries = deliveries;
    }

    /**
     * PUBACK, PUBREC, PUBREL or PUBCOMP.
     *
     * @param direction of the message that it belongs to
     */
    void acknowledge(SessionState session, Direction direction, Acknowledgement packet) {
        if (packet.packetId() == 0) {
            return;
        }
        int id = session.ids(direction).get(packet.packetId());
        if (id == PacketIdTable.NONE || log.finishedRow(id) != ExchangeLog.OPEN
                && log.outcome(id) == Outcome.ABANDONED) {
            unknown(id, session, direction, packet);
            return;
        }
        Event event = Event.of(packet);
        boolean certain = Certainty.of(log, session, id);
        if (mover.passage().isSent() && isIllegal(id, event)) {
            int predecessor = deliveries.predecessor(id);
            if (hasCause(id, event) && !isIllegal(id, event.again())) {
                event = event.again();
            } else if (predecessor != PacketIdTable.NONE && hasCause(predecessor, event)) {
                id = predecessor;
                event = event.again();
            } else if (!certain) {
                catchUp(id, event);
            }
        }
        mover.move(id, event, packet.isFailure());
        if (!certain) {
            mover.tracked().pardon();
        }
    }

    private boolean hasCause(int id, Event event) {
        return lookBack.hasCause(mover.link().number(), id, event);
    }

    private boolean isIllegal(int id, Event event) {
        return mover.judging(id, event).judgement(mover.version()) == Judgement.ILLEGAL;
    }

    /** It belongs to nothing that we know. */
    private void unknown(int before, SessionState session, Direction direction, Acknowledgement packet) {
        if (!mover.passage().isSent()) {
            return;
        }
        boolean carriedOver = before != PacketIdTable.NONE && !mover.link().isFresh();
        if (Certainty.of(session) && !carriedOver) {
            boolean due = unanswered.remove(unknown(direction, packet, Event.of(packet).type()));
            if (!due && packet.reasonCode() != PACKET_IDENTIFIER_NOT_FOUND) {
                mover.tracked().judge(Judgement.ILLEGAL, Rules.noSuchPublish(mover.version()));
            }
            switch (packet) {
                case Pubrec pubrec when !pubrec.isFailure() ->
                        unanswered.add(unknown(direction, packet, PacketType.PUBREL));
                case Pubrel _ -> unanswered.add(unknown(direction, packet, PacketType.PUBCOMP));
                case Puback _, Pubrec _, Pubcomp _ -> {
                }
            }
            return;
        }
        int id = mover.begin(packet instanceof Puback ? ExchangeKind.QOS_1 : ExchangeKind.QOS_2, session, direction,
                packet.packetId(), 0);
        session.ids(direction).put(packet.packetId(), id);
        log.doubt(id);
        if (carriedOver && log.kind(before) == log.kind(id)) {
            log.resume(before, id);
        }
        catchUp(id, Event.of(packet));
        mover.move(id, Event.of(packet), packet.isFailure());
    }

    private Unknown unknown(Direction direction, Acknowledgement packet, PacketType answer) {
        return new Unknown(mover.link().number(), direction, packet.packetId(), answer);
    }

    /** Packets were not seen: puts both sides where they must have been for this packet to come. */
    private void catchUp(int id, Event event) {
        switch (event) {
            case PUBACK, PUBACK_AGAIN -> states(id, SenderState.AWAIT_PUBACK, ReceiverState.OWES_PUBACK);
            case PUBREC, PUBREC_AGAIN, PUBREC_REFUSED, PUBREC_REFUSED_AGAIN ->
                    states(id, SenderState.AWAIT_PUBREC, ReceiverState.OWES_PUBREC);
            case PUBREL, PUBREL_AGAIN -> states(id, SenderState.OWES_PUBREL, ReceiverState.AWAIT_PUBREL);
            case PUBCOMP, PUBCOMP_AGAIN -> states(id, SenderState.AWAIT_PUBCOMP, ReceiverState.OWES_PUBCOMP);
            case PUBLISH, PUBLISH_DUP, PUBLISH_AGAIN, REQUEST, CHALLENGE, ANSWER -> {
            }
        }
    }

    private void states(int id, SenderState sender, ReceiverState receiver) {
        if (StateTables.sender(log.kind(id)).states().contains(sender)) {
            log.sender(id, sender);
            log.receiver(id, receiver);
        }
    }
}
