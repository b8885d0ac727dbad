package dev.fourshake.model.finding.practice;

import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.exchange.Outcome;

/**
 * The statement that is broken where an answer never comes.
 *
 * @param rule its number
 * @param why  key of what is to be done about it
 */
record BrokenDuty(String rule, String why) {

    /** @param place of the exchange in {@code open} */
    static BrokenDuty of(Owed owed, OpenSteps open, int place, ExchangeLog exchanges, Remembered remembered) {
        int id = open.exchange(place);
        boolean broker = owed.isOfBroker(exchanges.direction(id));
        boolean mqtt5 = open.link(place).readAs().isMqtt5();
        // Before MQTT 5 messages do not expire.
        boolean expired = mqtt5 && remembered.isExpired(id, open.since(place));
        return switch (owed) {
            case SUBACK -> new BrokenDuty("MQTT-3.8.4-1", "request");
            case UNSUBACK -> remembered.endsNothing(id, open.link(place).session().orElseThrow())
                    ? new BrokenDuty("MQTT-3.10.4-5", "nothing") : new BrokenDuty("MQTT-3.10.4-4", "request");
            case PUBACK -> exchanges.finishedRow(id) < open.row(place)
                    ? in(mqtt5, "MQTT-4.3.2-2", "MQTT-4.3.2-5", "again")
                    : broker ? in(mqtt5, "MQTT-4.3.2-2", "MQTT-4.3.2-4", "broker")
                    : new BrokenDuty("MQTT-4.5.0-2", "client");
            case PUBREC -> pubrec(mqtt5 ? Remembered.predecessor(exchanges, id) : Outcome.OPEN, broker, mqtt5);
            case PUBREL -> broker && Remembered.isUnsubscribedSince(exchanges, id)
                    ? new BrokenDuty("MQTT-3.10.4-3", "unsubscribed")
                    : expired ? new BrokenDuty("MQTT-4.3.3-7", "expired")
                    : in(mqtt5, "MQTT-4.3.3-1", "MQTT-4.3.3-4", "sender");
            case PUBCOMP -> expired ? new BrokenDuty("MQTT-4.3.3-13", "expired")
                    : in(mqtt5, "MQTT-4.3.3-2", "MQTT-4.3.3-11", broker ? "broker" : "client");
            case NOTHING, CONNACK, PINGRESP -> throw new IllegalArgumentException(owed.name());
        };
    }

    private static BrokenDuty in(boolean mqtt5, String rule3, String rule5, String why) {
        return new BrokenDuty(mqtt5 ? rule5 : rule3, why);
    }

    /** @param before how the exchange ended that had the Packet Identifier before */
    private static BrokenDuty pubrec(Outcome before, boolean broker, boolean mqtt5) {
        return switch (before) {
            case REJECTED -> new BrokenDuty("MQTT-4.3.3-9", "again");
            case COMPLETE -> new BrokenDuty("MQTT-4.3.3-12", "again");
            case OPEN, ABANDONED -> broker ? in(mqtt5, "MQTT-4.3.3-2", "MQTT-4.3.3-8", "broker")
                    : new BrokenDuty("MQTT-4.5.0-2", "client");
        };
    }
}
