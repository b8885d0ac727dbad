package dev.fourshake.app.drill.judge;

import dev.fourshake.app.drill.result.Breach;
import dev.fourshake.app.drill.result.Culprit;
import dev.fourshake.app.drill.result.Result;
import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.List;
import java.util.Optional;

/**
 * What it means that the message behind the case's has not arrived: nobody knows that nothing more of the first one
 * comes, and somebody may have lost their place.
 *
 * @param breach of whoever did not pass it on; empty where the drill itself could not send it
 */
record Behind(Result result, Message reason, Optional<Breach> breach) {

    static Behind of(Reading reading, Bytes payload) {
        boolean isSent = reading.carriersOf(payload, Direction.CLIENT_TO_SERVER, false).stream()
                .anyMatch(each -> each.outcome() == Outcome.COMPLETE);
        return isSent ? new Behind(Result.STUCK, text("behind.stuck"), Optional.of(breach(reading, payload)))
                : new Behind(Result.INCONCLUSIVE, text("behind.notSent"), Optional.empty());
    }

    private static Breach breach(Reading reading, Bytes payload) {
        boolean atDevice = !reading.point().devicePublishes();
        Optional<Exchange> delivery = reading.carriersOf(payload, Direction.SERVER_TO_CLIENT, atDevice).stream()
                .reduce((_, later) -> later);
        if (delivery.isEmpty()) {
            return new Breach(Culprit.BROKER, "", List.of(), text("breach.behind.notSent"));
        }
        PacketType last = delivery.get().steps().getLast().type();
        boolean waitsForBroker = last == PacketType.PUBREC && delivery.get().outcome() == Outcome.OPEN;
        return new Breach(waitsForBroker ? Culprit.BROKER : reading.evidence().subscriber(), "",
                List.of(delivery.get().lastRow()), text("breach.behind.notThrough", last.name()));
    }

    private static Message text(String key, Object... arguments) {
        return Message.of(Judge.class, key, arguments);
    }
}
