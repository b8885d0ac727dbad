package dev.fourshake.model.trace;

import dev.fourshake.model.finding.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All that a snapshot answers, as one text a question: two readings are equal if the answers are. */
final class Reading {

    private Reading() {
    }

    static List<String> of(TraceSnapshot now) {
        List<String> all = new ArrayList<>();
        all.add("rows " + now.rowCount() + " exchanges " + now.exchangeCount() + " held " + now.heldRows());
        for (int row = 0; row < now.rowCount(); row++) {
            all.add(row + " " + now.kind(row) + " " + now.timeNanos(row) + " " + now.link(row) + " "
                    + now.direction(row) + " " + now.type(row) + " " + now.firstByte(row) + " " + now.packetId(row)
                    + " "
                    + now.reasonCode(row) + " " + now.topic(row) + " " + now.length(row) + " " + now.raw(row) + " "
                    + now.fate(row) + " " + now.releasedAt(row) + " " + now.heldAt(row) + " " + now.session(row) + " "
                    + now.exchangeId(row) + " " + now.judgement(row) + " " + now.severity(row));
            all.add("open before " + row + " " + Arrays.toString(now.openExchanges(row)));
        }
        for (int id = 0; id < now.exchangeCount(); id++) {
            all.add(now.exchange(id) + " finished at " + now.finishedAt(id));
        }
        all.add(now.links() + " " + now.sessions() + " " + now.retained() + " " + now.totals());
        all.addAll(now.findings().stream().map(Finding::toString).toList());
        return all;
    }
}
