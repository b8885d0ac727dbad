package dev.fourshake.app.client;

import static dev.fourshake.app.client.ClientFailure.text;
import static dev.fourshake.model.packet.PropertyId.CONTENT_TYPE;
import static dev.fourshake.model.packet.PropertyId.CORRELATION_DATA;
import static dev.fourshake.model.packet.PropertyId.MAXIMUM_PACKET_SIZE;
import static dev.fourshake.model.packet.PropertyId.MESSAGE_EXPIRY_INTERVAL;
import static dev.fourshake.model.packet.PropertyId.PAYLOAD_FORMAT_INDICATOR;
import static dev.fourshake.model.packet.PropertyId.REASON_STRING;
import static dev.fourshake.model.packet.PropertyId.RECEIVE_MAXIMUM;
import static dev.fourshake.model.packet.PropertyId.REQUEST_PROBLEM_INFORMATION;
import static dev.fourshake.model.packet.PropertyId.REQUEST_RESPONSE_INFORMATION;
import static dev.fourshake.model.packet.PropertyId.RESPONSE_TOPIC;
import static dev.fourshake.model.packet.PropertyId.SESSION_EXPIRY_INTERVAL;
import static dev.fourshake.model.packet.PropertyId.SUBSCRIPTION_IDENTIFIER;
import static dev.fourshake.model.packet.PropertyId.USER_PROPERTY;
import static dev.fourshake.model.packet.PropertyId.WILL_DELAY_INTERVAL;

import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.packet.Will;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Says what of an option the protocol version has no place for, or Paho would leave out, change or misuse in silence.
 * One sentence a mistake; none if all of it can be sent exactly as asked. What is legal but unwise passes: this client
 * is for trying things.
 */
public final class OptionCheck {

    private static final Set<PropertyId> CONNECT = EnumSet.of(SESSION_EXPIRY_INTERVAL, RECEIVE_MAXIMUM,
            MAXIMUM_PACKET_SIZE, REQUEST_RESPONSE_INFORMATION, REQUEST_PROBLEM_INFORMATION, USER_PROPERTY);
    private static final Set<PropertyId> PUBLISH = EnumSet.of(PAYLOAD_FORMAT_INDICATOR, MESSAGE_EXPIRY_INTERVAL,
            CONTENT_TYPE, RESPONSE_TOPIC, CORRELATION_DATA, USER_PROPERTY);
    private static final Set<PropertyId> WILL = with(PUBLISH, WILL_DELAY_INTERVAL);
    private static final Set<PropertyId> SUBSCRIBE = EnumSet.of(SUBSCRIPTION_IDENTIFIER, USER_PROPERTY);
    private static final Set<PropertyId> DISCONNECT = EnumSet.of(SESSION_EXPIRY_INTERVAL, REASON_STRING, USER_PROPERTY);

    private final ProtocolVersion version;
    private final List<Message> mistakes = new ArrayList<>();

    private OptionCheck(ProtocolVersion version) {
        this.version = version;
    }

    public static List<Message> of(ConnectOptions options) {
        var check = new OptionCheck(options.version());
        check.properties(options.properties(), CONNECT, PacketType.CONNECT.name());
        check.range("Keep Alive", options.keepAlive(), 65_535);
        options.will().ifPresent(check::will);
        if (!options.version().isMqtt5()) {
            if (options.password().isPresent() && options.userName().isEmpty()) {
                check.add("option.passwordAlone", check.version.code());
            }
            if (options.password().map(OptionCheck::isNotUtf8).orElse(false)) {
                check.add("option.passwordBytes", check.version.code());
            }
        }
        return check.mistakes;
    }

    public static List<Message> of(PublishOptions options, ProtocolVersion version) {
        var check = new OptionCheck(version);
        check.topicName(options.topic());
        check.properties(options.properties(), PUBLISH, PacketType.PUBLISH.name());
        return check.mistakes;
    }

    public static List<Message> of(SubscribeOptions options, ProtocolVersion version) {
        var check = new OptionCheck(version);
        if (options.subscriptions().isEmpty()) {
            check.add("option.noFilter");
        }
        for (TopicSubscription subscription : options.subscriptions()) {
            check.topicFilter(subscription.topicFilter());
            if (!version.isMqtt5()) {
                check.unknownIf(subscription.noLocal(), "No Local");
                check.unknownIf(subscription.retainAsPublished(), "Retain As Published");
                check.unknownIf(subscription.retainHandling() != 0, "Retain Handling");
            }
        }
        check.properties(options.properties(), SUBSCRIBE, PacketType.SUBSCRIBE.name());
        return check.mistakes;
    }

    /** Of a PUBLISH, by what the broker has granted: Paho lowers the QoS and drops the retain flag in silence. */
    static List<Message> byGrant(PublishOptions options, int payloadLength, Connack granted) {
        var check = new OptionCheck(ProtocolVersion.MQTT_5);
        Properties properties = granted.properties();
        long maximumQos = properties.number(PropertyId.MAXIMUM_QOS).orElse(2);
        if (options.qos().level() > maximumQos) {
            check.add("option.brokerQos", maximumQos, options.qos().level());
        }
        if (options.retain() && properties.number(PropertyId.RETAIN_AVAILABLE).orElse(1) == 0) {
            check.add("option.brokerRetain");
        }
        long maximumPacketSize = properties.number(MAXIMUM_PACKET_SIZE).orElse(Long.MAX_VALUE);
        if (payloadLength + utf8Length(options.topic()) > maximumPacketSize) {
            check.add("option.brokerPacketSize", maximumPacketSize);
        }
        return check.mistakes;
    }

    /** Of an UNSUBSCRIBE. */
    public static List<Message> ofFilters(List<String> topicFilters, ProtocolVersion version) {
        var check = new OptionCheck(version);
        if (topicFilters.isEmpty()) {
            check.add("option.noFilter");
        }
        topicFilters.forEach(check::topicFilter);
        return check.mistakes;
    }

    /** Of a DISCONNECT. */
    public static List<Message> ofDisconnect(int reasonCode, Properties properties, ProtocolVersion version) {
        var check = new OptionCheck(version);
        check.unknownIf(reasonCode != 0 && !version.isMqtt5(), "Reason Code");
        check.properties(properties, DISCONNECT, PacketType.DISCONNECT.name());
        return check.mistakes;
    }

    private void will(Will will) {
        topicName(will.topic());
        properties(will.properties(), WILL, "Will");
        if (will.payload().length() > 65_535) {
            add("option.willPayload", will.payload().length());
        }
    }

    private void properties(Properties properties, Set<PropertyId> allowed, String packet) {
        Set<PropertyId> seen = EnumSet.noneOf(PropertyId.class);
        for (Property property : properties.entries()) {
            PropertyId id = property.id();
            if (!version.isMqtt5()) {
                unknownIf(true, id.title());
            } else if (id == PropertyId.TOPIC_ALIAS || id == PropertyId.TOPIC_ALIAS_MAXIMUM) {
                add("option.topicAlias", id.title());
            } else if (!allowed.contains(id)) {
                add("option.notHere", packet, id.title());
            } else if (!seen.add(id) && id != USER_PROPERTY) {
                add("option.twice", packet, id.title());
            } else if (property.value() instanceof Property.Number(long value)) {
                number(id, value);
            }
        }
    }

    private void number(PropertyId id, long value) {
        if (id == PAYLOAD_FORMAT_INDICATOR && value == 0) {
            add("option.payloadFormat", id.title());
            return;
        }
        range(id.title(), value, switch (id.type()) {
            case BYTE -> 1;
            case TWO_BYTE_INTEGER -> 65_535;
            case VARIABLE_BYTE_INTEGER -> 268_435_455;
            case FOUR_BYTE_INTEGER, UTF8_STRING, UTF8_STRING_PAIR, BINARY_DATA -> 0xFFFF_FFFFL;
        });
        if (value == 0 && (id == RECEIVE_MAXIMUM || id == MAXIMUM_PACKET_SIZE || id == SUBSCRIPTION_IDENTIFIER)) {
            add("option.zero", id.title());
        }
    }

    private void range(String title, long value, long largest) {
        if (value < 0 || value > largest) {
            add("option.range", title, value, largest);
        }
    }

    private void topicName(String topic) {
        if (topic.isEmpty()) {
            add("option.topicEmpty");
        } else if (topic.indexOf('+') >= 0 || topic.indexOf('#') >= 0) {
            add("option.topicWildcard", topic);
        }
        characters(topic);
    }

    private void topicFilter(String filter) {
        if (filter.isEmpty()) {
            add("option.filterEmpty");
        }
        String[] levels = filter.split("/", -1);
        for (int i = 0; i < levels.length; i++) {
            boolean hash = levels[i].indexOf('#') >= 0;
            if (levels[i].length() > 1 && (hash || levels[i].indexOf('+') >= 0) || hash && i < levels.length - 1) {
                add("option.filterWildcard", filter);
                break;
            }
        }
        characters(filter);
    }

    private void characters(String topic) {
        if (topic.indexOf('\0') >= 0 || utf8Length(topic) > 65_535) {
            add("option.topicCharacters", topic.length() > 60 ? topic.substring(0, 60) + "…" : topic);
        }
    }

    private void unknownIf(boolean condition, String title) {
        if (condition) {
            add("option.version", version.code(), title);
        }
    }

    private void add(String key, Object... arguments) {
        mistakes.add(text(key, arguments));
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Paho's v3 client takes the password as text. */
    private static boolean isNotUtf8(Bytes password) {
        return !Bytes.of(password.utf8().getBytes(StandardCharsets.UTF_8)).equals(password);
    }

    private static Set<PropertyId> with(Set<PropertyId> set, PropertyId more) {
        Set<PropertyId> all = EnumSet.copyOf(set);
        all.add(more);
        return all;
    }
}
