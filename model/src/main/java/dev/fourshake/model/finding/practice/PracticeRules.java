package dev.fourshake.model.finding.practice;

import dev.fourshake.model.finding.Rule;
import java.util.List;

/** The rules of this package. */
public final class PracticeRules {

    private PracticeRules() {
    }

    /** New ones, for one trace. */
    public static List<Rule> all() {
        Remembered remembered = new Remembered();
        UnansweredRule unanswered = new UnansweredRule(remembered);
        return List.of(remembered, unanswered, new UnresentRule(remembered), new RefusedResendRule(),
                new OverdueRule(unanswered), new RepeatRule(), new UnfinishedRule(), new LoweredGrantRule(),
                new LoweredDeliveryRule(), new SharedClientIdRule(), new RetainedForeverRule(),
                new UnboundedQueueRule(), new ReconnectStormRule(), new FullWindowRule(), new HighQosRule(),
                new KeepAliveOffRule());
    }
}
