package dev.fourshake.model.wire;

import java.util.Optional;

/** The protocol versions Fourshake reads, as CONNECT names them (protocol name and protocol level). */
public enum ProtocolVersion {
    /** MQTT V3.1, IBM and Eurotech 2010. */
    MQTT_3_1("MQIsdp", 3, "3.1"),
    /** MQTT 3.1.1, OASIS 2014. */
    MQTT_3_1_1("MQTT", 4, "3.1.1"),
    /** MQTT 5.0, OASIS 2019. */
    MQTT_5("MQTT", 5, "5");

    private final String protocolName;
    private final int level;
    private final String code;

    ProtocolVersion(String protocolName, int level, String code) {
        this.protocolName = protocolName;
        this.level = level;
        this.code = code;
    }

    public String protocolName() {
        return protocolName;
    }

    /** Protocol Level of 3.1.1, Protocol Version of 5.0: the byte behind the protocol name. */
    public int level() {
        return level;
    }

    /** {@code 3.1}, {@code 3.1.1} or {@code 5}: the name in JSON, on the command line and on the screen. */
    public String code() {
        return code;
    }

    public boolean isMqtt5() {
        return this == MQTT_5;
    }

    /** The version of a Protocol Level byte. A bridge sets the top bit of it (0x83, 0x84), which is not looked at. */
    public static Optional<ProtocolVersion> ofLevel(int level) {
        for (ProtocolVersion version : values()) {
            if (version.level == (level & 0x7F)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    public static Optional<ProtocolVersion> ofCode(String code) {
        for (ProtocolVersion version : values()) {
            if (version.code.equals(code)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }
}
