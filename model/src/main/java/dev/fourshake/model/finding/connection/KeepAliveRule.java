package dev.fourshake.model.finding.connection;

import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Numbered;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.PacketType;
import java.util.Set;

/**
 * A client that is silent for longer than its Keep Alive, and a server that does not mind (MQTT 5.0 section 3.1.2.10).
 * A silence is judged when it ends: until then nobody knows whether the client still lives. Where the tap has held or
 * made packets, the silence may be its own.
 */
final class KeepAliveRule implements Rule {

    private static final long SECOND = 1_000_000_000L;
    private static final int KEEP_ALIVE_TIMEOUT = 0x8D;
    /** Brokers look for silent clients every few seconds. */
    private static final long SERVER_SLACK = 15 * SECOND;

    /** What is known of a connection whose CONNECT was seen. */
    private static final class Heard {
        private boolean over;
        /** Row after which the client was silent for far too long; -1 for none. */
        private int tooLate = -1;
    }

    private final Numbered<Heard> links = new Numbered<>();

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return type == PacketType.CONNECT || type == PacketType.DISCONNECT
                || circumstances.contains(Circumstance.AFTER_SILENCE)
                || circumstances.contains(Circumstance.WATCHED);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        long silence = seen.event().timeNanos() - link.heardNanos();
        Heard heard = links.get(link.number());
        if (heard == null) {
            if (seen.row() == link.connectRow()) {
                links.put(link.number(), new Heard());
            }
        } else if (heard.over || seen.decoded().type() == PacketType.CONNACK) {
            return; // until CONNACK the client waits
        } else if (Report.isFromServer(seen)) {
            if (heard.tooLate >= 0 || silence > SECOND) {
                server(seen, sink, heard, silence);
            }
        } else {
            if (silence > SECOND) {
                client(seen, sink, heard, silence);
            }
            heard.over = seen.decoded().type() == PacketType.DISCONNECT;
        }
    }

    private void client(Observation seen, FindingSink sink, Heard heard, long silence) {
        LinkState link = seen.link();
        long keepAlive = link.keepAlive() * SECOND;
        if (keepAlive == 0 || !link.isUntouched() || link.connackRow() < 0
                || silence <= keepAlive + Math.max(SECOND, keepAlive / 20)) {
            return;
        }
        long own = link.connect().map(Connect::keepAlive).orElse(0) * SECOND;
        boolean fitsOwn = keepAlive != own && (own == 0 || silence <= own);
        String rule = fitsOwn ? "MQTT-3.1.2-21" : Report.rule(seen, "MQTT-3.1.2-23", "MQTT-3.1.2-20");
        String key = fitsOwn ? "keepAlive.server" : "keepAlive.silent";
        Report report = new Report(seen, sink);
        if (silence > keepAlive + keepAlive / 2) {
            report.error(rule, key, link.heardRow(), silence / SECOND, link.keepAlive());
        } else {
            report.warning(rule, key, link.heardRow(), silence / SECOND, link.keepAlive());
        }
        if (silence > patience(keepAlive)) {
            heard.tooLate = link.heardRow();
            link.watch();
        }
    }

    /** How long a server may take to close, its own slack included. */
    private static long patience(long keepAlive) {
        return keepAlive + keepAlive / 2 + Math.max(SERVER_SLACK, keepAlive / 2);
    }

    private static void server(Observation seen, FindingSink sink, Heard heard, long silence) {
        LinkState link = seen.link();
        if (!link.isUntouched() || link.connackRow() < 0) {
            return;
        }
        if (seen.decoded().type() == PacketType.DISCONNECT) {
            closes(seen, sink, heard, silence);
            return;
        }
        open(seen, sink, heard, silence);
    }

    @Override
    public void event(Observation seen, FindingSink sink) {
        if (seen.event() instanceof LinkEnded ended && ended.isFinal()) {
            Heard heard = links.get(ended.link());
            links.forget(ended.link());
            if (heard != null && !heard.over && ended.by() != LinkEnded.Party.TAP && seen.link().isUntouched()
                    && seen.link().connackRow() >= 0) {
                open(seen, sink, heard, ended.timeNanos() - seen.link().heardNanos());
            }
        }
    }

    /** The server has the connection open still. */
    private static void open(Observation seen, FindingSink sink, Heard heard, long silence) {
        LinkState link = seen.link();
        long keepAlive = link.keepAlive() * SECOND;
        if (keepAlive > 0 && (heard.tooLate >= 0 || silence > patience(keepAlive))) {
            int before = heard.tooLate >= 0 ? heard.tooLate : link.heardRow();
            heard.over = true;
            new Report(seen, sink).error(Report.rule(seen, "MQTT-3.1.2-24", "MQTT-3.1.2-22"), "keepAlive.open", before,
                    link.keepAlive());
        }
    }

    private static void closes(Observation seen, FindingSink sink, Heard heard, long silence) {
        LinkState link = seen.link();
        heard.over = true;
        boolean ofServer = link.connack()
                .map(connack -> connack.properties().number(PropertyId.SERVER_KEEP_ALIVE).isPresent()).orElse(true);
        long own = link.keepAlive() * SECOND;
        if (!ofServer && seen.packetOrNull() instanceof Disconnect disconnect
                && disconnect.reasonCode() == KEEP_ALIVE_TIMEOUT && (own == 0 || silence < own)) {
            new Report(seen, sink).error("MQTT-3.2.2-22", "keepAlive.early", link.heardRow(), silence / SECOND,
                    link.keepAlive());
        }
    }
}
