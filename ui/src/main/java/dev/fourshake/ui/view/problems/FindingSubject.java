package dev.fourshake.ui.view.problems;

import dev.fourshake.model.filter.RowSubject;
import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.ui.filter.PlainSubject;
import java.util.function.Predicate;

/** A finding as a filter sees it: the row that gave it away, with this finding alone. */
final class FindingSubject extends PlainSubject {

    private final Finding finding;
    private final RowSubject row;

    FindingSubject(Finding finding, TraceSnapshot trace) {
        this.finding = finding;
        this.row = new RowSubject(trace).at(finding.rows().isEmpty() ? 0 : finding.rows().getLast());
    }

    @Override
    public boolean hasFinding(Predicate<String> rule) {
        return rule.test(finding.rule());
    }

    @Override
    public Severity severity() {
        return finding.severity();
    }

    @Override
    public int link() {
        return finding.link();
    }

    @Override
    public PacketType type() {
        return row.type();
    }

    @Override
    public Direction direction() {
        return row.direction();
    }

    @Override
    public int packetId() {
        return row.packetId();
    }

    @Override
    public int reasonCode() {
        return row.reasonCode();
    }

    @Override
    public int firstByte() {
        return row.firstByte();
    }

    @Override
    public String topic() {
        return row.topic();
    }

    @Override
    public String clientId() {
        return row.clientId();
    }

    @Override
    public int number() {
        return row.number();
    }

    @Override
    public long timeNanos() {
        return row.timeNanos();
    }

    @Override
    public long sinceStartNanos() {
        return row.sinceStartNanos();
    }
}
