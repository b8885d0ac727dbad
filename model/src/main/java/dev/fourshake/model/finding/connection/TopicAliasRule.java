package dev.fourshake.model.finding.connection;

import dev.fourshake.model.finding.Circumstance;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Numbered;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Rule;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.TopicAliases;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.EnumSet;
import java.util.Set;

/**
 * Topic Aliases that stand for nothing, perhaps because they were set on an earlier connection, and receivers that
 * refuse aliases which they have allowed (MQTT 5.0 section 3.3.2.3.4). Nothing is said of a connection that was not
 * seen whole.
 */
final class TopicAliasRule implements Rule {

    private static final int TOPIC_ALIAS_INVALID = 0x94;

    /** The aliases of one direction of a connection. */
    private static final class Used {
        private int lastRow = -1;
        private long highest;
        private boolean wrong;
    }

    /** By link and direction. */
    private final Numbered<Used> used = new Numbered<>();
    /** The connection on which a session was last, and the one before. */
    private final Numbered<LinkState> last = new Numbered<>();
    private final Numbered<LinkState> before = new Numbered<>();

    @Override
    public Set<PacketType> types() {
        return EnumSet.of(PacketType.CONNECT, PacketType.PUBLISH, PacketType.DISCONNECT);
    }

    @Override
    public boolean wants(PacketType type, Set<Circumstance> circumstances) {
        return types().contains(type) && circumstances.contains(Circumstance.MQTT_5);
    }

    @Override
    public void packet(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        if (!link.readAs().isMqtt5() || link.connectRow() < 0 || link.holeRow() >= 0 || !Report.isSent(seen)) {
            return;
        }
        Packet packet = seen.packetOrNull();
        if (packet instanceof Publish publish) {
            if (!publish.properties().isEmpty()) {
                published(seen, sink, publish);
            }
        } else if (packet instanceof Disconnect disconnect) {
            if (disconnect.reasonCode() == TOPIC_ALIAS_INVALID) {
                refused(seen, sink);
            }
        } else if (seen.row() == link.connectRow()) {
            connected(link);
        }
    }

    private void connected(LinkState link) {
        int session = link.session().orElseThrow().id();
        before.put(session, last.get(session));
        last.put(session, link);
    }

    private static int key(LinkState link, Direction direction) {
        return link.number() << 1 | direction.ordinal();
    }

    private void published(Observation seen, FindingSink sink, Publish publish) {
        int alias = (int) publish.properties().number(PropertyId.TOPIC_ALIAS, TopicAliases.NONE);
        if (alias == TopicAliases.NONE) {
            return;
        }
        LinkState link = seen.link();
        Direction direction = Report.direction(seen);
        Used aliases = used.get(key(link, direction));
        if (aliases == null) {
            aliases = new Used();
            used.put(key(link, direction), aliases);
        }
        aliases.lastRow = seen.row();
        aliases.highest = Math.max(aliases.highest, alias);
        aliases.wrong |= !seen.decoded().isOk();
        if (publish.topicName().isEmpty() && link.aliases(direction).get(alias) == TopicAliases.NONE) {
            aliases.wrong = true;
            unknown(seen, sink, alias, direction);
        }
    }

    private void unknown(Observation seen, FindingSink sink, int alias, Direction direction) {
        LinkState earlier = before.get(seen.link().session().orElseThrow().id());
        String side = direction == Direction.SERVER_TO_CLIENT ? "alias.server" : "alias.client";
        if (earlier != null && earlier.aliases(direction).get(alias) != TopicAliases.NONE) {
            Used there = used.get(key(earlier, direction));
            new Report(seen, sink).error("MQTT-3.3.2-7", side + ".carriedOver", there == null ? -1 : there.lastRow,
                    alias);
        } else {
            new Report(seen, sink).error("section 3.3.2.1", side + ".unknown", -1, alias);
        }
    }

    /** A receiver ends the connection for an alias: whether one was sent that it did not have to bear. */
    private void refused(Observation seen, FindingSink sink) {
        LinkState link = seen.link();
        Direction direction = Report.direction(seen).opposite();
        Used aliases = used.get(key(link, direction));
        int maximum = link.limits(direction).topicAliasMaximum();
        if (aliases == null || aliases.wrong || aliases.highest > maximum || !link.isUntouched()) {
            return;
        }
        boolean byServer = direction == Direction.CLIENT_TO_SERVER;
        new Report(seen, sink).error(byServer ? "MQTT-3.3.2-12" : "MQTT-3.3.2-10",
                byServer ? "alias.refusedByServer" : "alias.refusedByClient", aliases.lastRow, aliases.highest,
                maximum);
    }
}
