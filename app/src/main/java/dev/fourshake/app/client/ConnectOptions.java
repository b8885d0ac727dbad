package dev.fourshake.app.client;

import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Will;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything a CONNECT says, and to whom (MQTT 5.0 section 3.1).
 *
 * @param cleanStart Clean Start of MQTT 5, Clean Session before
 * @param keepAlive  in seconds; 0 turns it off
 * @param properties of MQTT 5: Session Expiry Interval, Receive Maximum, Maximum Packet Size, User Property, …
 * @param timeout    how long to wait for the broker: TCP, TLS and CONNACK together
 */
public record ConnectOptions(BrokerAddress address, ProtocolVersion version, String clientId, boolean cleanStart,
                             int keepAlive, Properties properties, Optional<Will> will, Optional<String> userName,
                             Optional<Bytes> password, Duration timeout) {

    /** A clean connection with a keep alive of 60 s and nothing else; the builder changes it. */
    public static Builder to(BrokerAddress address, ProtocolVersion version, String clientId) {
        return new Builder(new ConnectOptions(address, version, clientId, true, 60, Properties.NONE, Optional.empty(),
                Optional.empty(), Optional.empty(), Duration.ofSeconds(30)));
    }

    /** These options, to be changed. */
    public Builder change() {
        return new Builder(this);
    }

    /** Without the password: options end up in logs. */
    @Override
    public String toString() {
        return "CONNECT " + version.code() + " " + clientId + " to " + address;
    }

    /** Puts {@link ConnectOptions} together. */
    public static final class Builder {

        private final String clientId;
        private final ProtocolVersion version;
        private final List<Property> properties;
        private BrokerAddress address;
        private boolean cleanStart;
        private int keepAlive;
        private Optional<Will> will;
        private Optional<String> userName;
        private Optional<Bytes> password;
        private Duration timeout;

        private Builder(ConnectOptions options) {
            clientId = options.clientId;
            version = options.version;
            properties = new ArrayList<>(options.properties.entries());
            address = options.address;
            cleanStart = options.cleanStart;
            keepAlive = options.keepAlive;
            will = options.will;
            userName = options.userName;
            password = options.password;
            timeout = options.timeout;
        }

        public Builder address(BrokerAddress value) {
            address = value;
            return this;
        }

        public Builder cleanStart(boolean value) {
            cleanStart = value;
            return this;
        }

        public Builder keepAlive(int seconds) {
            keepAlive = seconds;
            return this;
        }

        /** Adds a property of MQTT 5. */
        public Builder property(Property value) {
            properties.add(value);
            return this;
        }

        /** Session Expiry Interval in seconds. */
        public Builder sessionExpiry(long seconds) {
            return property(Property.number(PropertyId.SESSION_EXPIRY_INTERVAL, seconds));
        }

        public Builder will(Will value) {
            will = Optional.of(value);
            return this;
        }

        public Builder userName(String value) {
            userName = Optional.of(value);
            return this;
        }

        public Builder password(Bytes value) {
            password = Optional.of(value);
            return this;
        }

        public Builder password(String value) {
            return password(Bytes.of(value.getBytes(StandardCharsets.UTF_8)));
        }

        public Builder timeout(Duration value) {
            timeout = value;
            return this;
        }

        public ConnectOptions build() {
            return new ConnectOptions(address, version, clientId, cleanStart, keepAlive, new Properties(properties),
                    will, userName, password, timeout);
        }
    }
}
