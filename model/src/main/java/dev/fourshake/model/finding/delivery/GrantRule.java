package dev.fourshake.model.finding.delivery;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.Unsuback;
import dev.fourshake.model.packet.Unsubscribe;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** SUBACK and UNSUBACK: one code a Topic Filter, and no QoS above the one that was asked for. */
final class GrantRule implements Rule {

    private final Map<Integer, Packet> asked = new HashMap<>();

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.SUBSCRIBE, PacketType.SUBACK, PacketType.UNSUBSCRIBE, PacketType.UNSUBACK);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        int exchange = seen.tracked().filter(tracked -> tracked.judgement() != Judgement.ILLEGAL)
                .map(tracked -> tracked.exchange()).orElse(-1);
        Packet packet = seen.packetOrNull();
        if (exchange < 0 || packet == null || !seen.decoded().isOk()) {
            return;
        }
        if (packet instanceof Subscribe || packet instanceof Unsubscribe) {
            asked.putIfAbsent(exchange, packet);
        } else if (packet instanceof Suback suback && asked.remove(exchange) instanceof Subscribe subscribe) {
            granted(subscribe, suback, seen, sink, seen.exchanges().firstRow(exchange));
        } else if (packet instanceof Unsuback unsuback && asked.remove(exchange) instanceof Unsubscribe unsubscribe
                && seen.link().readAs().isMqtt5()
                && unsuback.reasonCodes().size() != unsubscribe.topicFilters().size()) {
            report("MQTT-3.11.3-1", "codes.count", seen, sink, seen.exchanges().firstRow(exchange),
                    unsuback.reasonCodes().size(), unsubscribe.topicFilters().size());
        }
    }

    private static void granted(Subscribe subscribe, Suback suback, Observation seen, FindingSink sink, int row) {
        boolean mqtt5 = seen.link().readAs().isMqtt5();
        if (suback.reasonCodes().size() != subscribe.subscriptions().size()) {
            report(mqtt5 ? "MQTT-3.8.4-6" : "MQTT-3.8.4-5", "codes.count", seen, sink, row,
                    suback.reasonCodes().size(), subscribe.subscriptions().size());
            return;
        }
        for (int i = 0; i < suback.reasonCodes().size(); i++) {
            int code = suback.reasonCodes().get(i);
            int wanted = subscribe.subscriptions().get(i).maximumQos().level();
            if (code <= 2 && code > wanted) {
                report(mqtt5 ? "MQTT-3.8.4-7" : "MQTT-3.8.4-5", "granted.above", seen, sink, row, code, wanted,
                        subscribe.subscriptions().get(i).topicFilter());
                return;
            }
        }
    }

    private static void report(String rule, String key, Observation seen, FindingSink sink, int row, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = Words.client(seen);
        System.arraycopy(values, 0, all, 1, values.length);
        sink.report(rule, Severity.ERROR, Message.of(GrantRule.class, key, all),
                Message.of(GrantRule.class, key + ".advice", all), row);
    }
}
