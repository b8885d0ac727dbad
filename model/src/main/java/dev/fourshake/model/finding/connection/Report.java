package dev.fourshake.model.finding.connection;

import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.finding.Words;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.ProtocolVersion;

/** Says what was found in the row, in the words of this package's bundle. */
final class Report {

    private final Observation seen;
    private final FindingSink sink;

    Report(Observation seen, FindingSink sink) {
        this.seen = seen;
        this.sink = sink;
    }

    /**
     * The specification was broken.
     *
     * @param key    of the sentence; {@code .advice} behind it, what to do. {0} is the Client Identifier
     * @param values {1} and so on
     */
    void error(String rule, String key, int earlier, Object... values) {
        report(Severity.ERROR, rule, key, earlier, values);
    }

    /** A likely fault. */
    void warning(String rule, String key, int earlier, Object... values) {
        report(Severity.WARNING, rule, key, earlier, values);
    }

    private void report(Severity severity, String rule, String key, int earlier, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = Words.client(seen);
        System.arraycopy(values, 0, all, 1, values.length);
        sink.report(rule, severity, Message.of(Report.class, key, all), Message.of(Report.class, key + ".advice", all),
                earlier);
    }

    /** Whether a peer, not the tap, sent the row's packet. */
    static boolean isSent(Observation seen) {
        return seen.event() instanceof Frame frame && switch (frame.fate()) {
            case PASSED, HELD, DROPPED -> true;
            case DUPLICATED, INJECTED -> false;
        };
    }

    static Direction direction(Observation seen) {
        return ((Frame) seen.event()).direction();
    }

    static boolean isFromServer(Observation seen) {
        return direction(seen) == Direction.SERVER_TO_CLIENT;
    }

    /** The statement's number in the link's version. */
    static String rule(Observation seen, String before5, String in5) {
        return seen.link().readAs().isMqtt5() ? in5 : before5;
    }

    static boolean is31(Observation seen) {
        return seen.link().readAs() == ProtocolVersion.MQTT_3_1;
    }

    static String code(int reasonCode) {
        return String.format("0x%02X", reasonCode);
    }
}
