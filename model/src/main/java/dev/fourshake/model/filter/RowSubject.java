package dev.fourshake.model.filter;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.ReceiverState;
import dev.fourshake.model.exchange.SenderState;
import dev.fourshake.model.exchange.Step;
import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A row of a trace; the same object stands for one row after the other. For one thread. */
public final class RowSubject implements Subject {

    private final TraceSnapshot trace;
    /** Made when somebody asks: most filters do not. */
    private Map<Integer, List<Finding>> findings;
    private int row;

    public RowSubject(TraceSnapshot trace) {
        this.trace = trace;
    }

    /** From now on it stands for this row. */
    public RowSubject at(int number) {
        row = number;
        return this;
    }

    @Override
    public PacketType type() {
        return trace.type(row);
    }

    @Override
    public Direction direction() {
        return trace.direction(row);
    }

    @Override
    public ProtocolVersion version() {
        return trace.version(row);
    }

    /** A packet that was let go has the flags of the one that was held. */
    @Override
    public int firstByte() {
        return trace.firstByte(packetRow());
    }

    private int packetRow() {
        int held = trace.heldAt(row);
        return held < 0 ? row : held;
    }

    @Override
    public int packetId() {
        return trace.packetId(row);
    }

    @Override
    public int reasonCode() {
        return trace.reasonCode(row);
    }

    @Override
    public long length() {
        return trace.length(row);
    }

    @Override
    public int link() {
        return trace.link(row);
    }

    @Override
    public int number() {
        return row + 1;
    }

    @Override
    public long timeNanos() {
        return trace.timeNanos(row);
    }

    @Override
    public long sinceStartNanos() {
        return trace.timeNanos(row) - trace.timeNanos(0);
    }

    @Override
    public String topic() {
        return trace.topic(packetRow());
    }

    /** A link is opened before its CONNECT says whose it is. */
    @Override
    public String clientId() {
        int session = trace.session(row) >= 0 ? trace.session(row) : trace.links().get(trace.link(row) - 1).session();
        return session < 0 ? "" : trace.sessions().get(session).clientId();
    }

    @Override
    public Bytes payload() {
        return type() == PacketType.PUBLISH && trace.packet(packetRow()).orElse(null) instanceof Publish publish
                ? publish.payload() : Bytes.EMPTY;
    }

    @Override
    public Optional<Outcome> outcome() {
        int id = trace.exchangeId(row);
        return id < 0 ? Optional.empty() : Optional.of(trace.outcome(id));
    }

    @Override
    public SenderState sender() {
        return trace.exchangeId(row) < 0 ? null : trace.sender(row);
    }

    @Override
    public ReceiverState receiver() {
        return trace.exchangeId(row) < 0 ? null : trace.receiver(row);
    }

    @Override
    public Judgement judgement() {
        return trace.judgement(row);
    }

    @Override
    public Severity severity() {
        return trace.severity(row);
    }

    @Override
    public boolean hasFinding(Predicate<String> rule) {
        if (findings == null) {
            findings = new HashMap<>();
            for (Finding finding : trace.findings()) {
                finding.rows().forEach(proof -> findings.computeIfAbsent(proof, _ -> new ArrayList<>(1)).add(finding));
            }
        }
        return findings.getOrDefault(row, List.of()).stream().anyMatch(finding -> rule.test(finding.rule()));
    }

    @Override
    public boolean anyOfExchange(Predicate<Subject> wanted) {
        int id = trace.exchangeId(row);
        if (id < 0) {
            return false;
        }
        int own = row;
        try {
            for (Step step : trace.exchange(id).steps()) {
                if (wanted.test(at(step.row()))) {
                    return true;
                }
            }
            return false;
        } finally {
            row = own;
        }
    }
}
