package dev.fourshake.model.delivery;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One message across the broker, as it stands at the end of a snapshot.
 *
 * @param publisher  exchange by which its publisher sent it; a CONNECT where it is a Will
 * @param session    of the publisher
 * @param deliveries in the order in which the broker sent them
 * @param lost       sessions that should have got it and were sent later ones instead
 */
public record Publication(int publisher, int session, List<Delivery> deliveries, List<Integer> lost) {

    public Publication {
        deliveries = List.copyOf(deliveries);
        lost = List.copyOf(lost);
    }

    /** All exchanges that belong to the message, in ascending order. */
    public int[] exchanges() {
        return IntStream.concat(IntStream.of(publisher), deliveries.stream().mapToInt(Delivery::exchange)).sorted()
                .toArray();
    }
}
