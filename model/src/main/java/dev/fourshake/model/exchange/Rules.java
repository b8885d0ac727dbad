package dev.fourshake.model.exchange;

import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;

/** Numbers of the statements that are broken between exchanges, not within the table of one. */
final class Rules {

    private Rules() {
    }

    /** A new packet needs an identifier that is not in use. */
    static String idInUse(Direction direction, ProtocolVersion version) {
        return switch (direction) {
            case CLIENT_TO_SERVER -> version.isMqtt5() ? "MQTT-2.2.1-3" : "MQTT-2.3.1-2";
            case SERVER_TO_CLIENT -> version.isMqtt5() ? "MQTT-2.2.1-4" : "MQTT-2.3.1-4";
        };
    }

    /** An acknowledgement has the identifier of the PUBLISH that it belongs to. */
    static String noSuchPublish(ProtocolVersion version) {
        return version.isMqtt5() ? "MQTT-2.2.1-5" : "MQTT-2.3.1-6";
    }

    /** SUBACK and UNSUBACK have the identifier of their request. */
    static String unasked(ProtocolVersion version) {
        return version.isMqtt5() ? "MQTT-2.2.1-6" : "MQTT-2.3.1-7";
    }

    /**
     * What belonged to a dropped session is not sent again.
     *
     * @param clean the client has dropped it by Clean Start (before MQTT 5, Clean Session); otherwise the broker had
     *         none
     */
    static String forgotten(ProtocolVersion version, boolean clean, Direction direction) {
        if (!version.isMqtt5()) {
            return "MQTT-3.1.2-6";
        }
        return clean ? "MQTT-3.1.2-4" : switch (direction) {
            case CLIENT_TO_SERVER -> "MQTT-3.2.2-5";
            case SERVER_TO_CLIENT -> "MQTT-3.2.2-3";
        };
    }

    /** PUBLISH is not sent again once PUBREL was sent. */
    static String publishAfterPubrel(ProtocolVersion version) {
        return version.isMqtt5() ? "MQTT-4.3.3-6" : "MQTT-4.3.3-1";
    }
}
