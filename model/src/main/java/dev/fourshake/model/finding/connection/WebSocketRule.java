package dev.fourshake.model.finding.connection;

import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Numbered;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.Subprotocols;
import java.util.Set;

/**
 * MQTT in a WebSocket (MQTT 3.1.1 and 5.0 section 6): the subprotocol is called {@code mqtt}, and MQTT goes in binary
 * frames. MQTT 3.1 knows no WebSocket, and its clients offer {@code mqttv3.1}: until the CONNECT tells the version,
 * nothing is said of that name.
 */
final class WebSocketRule implements Rule {

    private static final String OLD_NAME = "mqttv3.1";

    /** The directions of each link, as bits, in which text was reported. */
    private final Numbered<Integer> texts = new Numbered<>();

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return type == PacketType.CONNECT || circumstances.contains(Circumstance.UNUSUAL);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        if (seen.link().connectRow() == seen.row() && !Report.is31(seen)) {
            seen.link().opened().subprotocols().ifPresent(agreed -> connect(seen, agreed, new Report(seen, sink)));
        }
        text(seen, sink);
    }

    @Override
    public void event(Observation seen, FindingSink sink) {
        if (seen.event() instanceof LinkOpened opened) {
            opened.subprotocols().filter(agreed -> agreed.isMqttOffered() && !agreed.isMqttChosen() && !isOld(agreed))
                    .ifPresent(agreed -> chosen(agreed, new Report(seen, sink), -1));
        }
        text(seen, sink);
    }

    private static void connect(Observation seen, Subprotocols agreed, Report report) {
        int opened = seen.link().firstRow();
        if (!agreed.isMqttOffered()) {
            report.error("MQTT-6.0.0-3", "webSocket.offered", opened, agreed.offered(),
                    agreed.offered().isEmpty() ? 0 : 1);
        } else if (isOld(agreed)) {
            chosen(agreed, report, opened);
        }
    }

    private static boolean isOld(Subprotocols agreed) {
        return agreed.chosen().strip().equals(OLD_NAME);
    }

    private static void chosen(Subprotocols agreed, Report report, int earlier) {
        report.error("MQTT-6.0.0-4", "webSocket.chosen", earlier, agreed.chosen(), agreed.chosen().isEmpty() ? 0 : 1);
    }

    private void text(Observation seen, FindingSink sink) {
        if (seen.event() instanceof Frame frame && frame.text() && !Report.is31(seen)) {
            int direction = 1 << frame.direction().ordinal();
            Integer known = texts.get(frame.link());
            int before = known == null ? 0 : known;
            if ((before & direction) == 0) {
                texts.put(frame.link(), before | direction);
                new Report(seen, sink).error("MQTT-6.0.0-1", "webSocket.text", -1, Words.sender(frame));
            }
        }
    }
}
