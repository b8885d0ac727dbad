package dev.fourshake.model.finding.practice;

import dev.fourshake.model.finding.Rule;
import java.util.List;

/** The rules of this package. */
public final class PracticeRules {

    private PracticeRules() {
    }

    /** New ones, for one trace. */
    public static List<Rule> all() {
        return List.of(new OverdueRule(), new RepeatRule(), new UnfinishedRule(), new LoweredGrantRule(),
                new LoweredDeliveryRule(), new SharedClientIdRule(), new RetainedForeverRule(),
                new UnboundedQueueRule(), new ReconnectStormRule(), new FullWindowRule(), new HighQosRule(),
                new KeepAliveOffRule());
    }
}
