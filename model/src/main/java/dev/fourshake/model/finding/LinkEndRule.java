package dev.fourshake.model.finding;

import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.PacketType;
import java.util.List;
import java.util.Set;

/** Links that could not be made, and links that end while messages are on their way. */
final class LinkEndRule implements Rule {

    /** So many of the messages are named as proof. */
    private static final int NAMED = 20;

    @Override
    public Set<PacketType> types() {
        return Set.of();
    }

    @Override
    public void event(Observation seen, FindingSink sink) {
        if (!(seen.event() instanceof LinkEnded ended)) {
            return;
        }
        switch (ended.how()) {
            case UNREACHABLE -> failed("FS-UNREACHABLE", seen, ended, sink);
            case TLS_FAILED -> failed("FS-TLS-FAILED", seen, ended, sink);
            case CLOSED, RESET -> cut(seen, sink);
            case HALF_CLOSED -> {
            }
        }
    }

    private static void failed(String rule, Observation seen, LinkEnded ended, FindingSink sink) {
        Object[] values = {seen.link().opened().client(), seen.link().opened().broker(), ended.detail()};
        sink.report(rule, Severity.WARNING, Words.say(rule, values), Words.say(rule + ".advice", values));
    }

    private static void cut(Observation seen, FindingSink sink) {
        List<Integer> cut = seen.cutExchanges();
        if (cut.isEmpty() || seen.link().connectRow() < 0) {
            return; // whether a session is kept stands in its CONNECT
        }
        ExchangeLog exchanges = seen.exchanges();
        boolean lost = exchanges.finishedRow(cut.getFirst()) != ExchangeLog.OPEN;
        int[] rows = cut.stream().limit(NAMED).mapToInt(exchanges::firstRow).sorted().toArray();
        String rule = lost ? "FS-ABANDONED" : "FS-CUT";
        Object[] values = {Words.client(seen), cut.size()};
        sink.report(rule, lost ? Severity.WARNING : Severity.ADVICE, Words.say(rule, values),
                Words.say(rule + ".advice", values), rows);
    }
}
