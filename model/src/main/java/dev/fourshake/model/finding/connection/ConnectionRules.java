package dev.fourshake.model.finding.connection;

import dev.fourshake.model.finding.Rule;
import java.util.List;

/** The specification's rules about connections and sessions. */
public final class ConnectionRules {

    private ConnectionRules() {
    }

    /** New ones, for one trace. */
    public static List<Rule> all() {
        Duties duties = new Duties();
        return List.of(new ConnackRule(), new SessionPresentRule(), new WebSocketRule(), new FirstServerPacketRule(),
                new NoConnackRule(), new AuthenticationRule(), new KeepAliveRule(), new PingRule(),
                new PacketSizeRule(),
                new TopicAliasMaximumRule(), new TopicAliasRule(), new ReceiveMaximumRule(), new ServerLimitsRule(),
                new ProblemInformationRule(), new StaysOpenRule(duties), new RefusedConnectionRule(duties),
                new ViolationGoesOnRule(duties), new TakeOverRule(duties), new DisconnectRule(duties));
    }
}
