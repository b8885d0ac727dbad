package dev.fourshake.app.drill.report;

import dev.fourshake.app.drill.CaseResult;
import dev.fourshake.app.drill.DrillReport;
import dev.fourshake.app.drill.result.Breach;
import dev.fourshake.app.drill.result.Culprit;
import dev.fourshake.app.drill.result.Deliveries;
import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.app.drill.result.Repeat;
import dev.fourshake.app.drill.result.Result;
import dev.fourshake.app.drill.result.Resumption;
import dev.fourshake.app.drill.result.Verdict;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** A drill as it could have gone: one case kept its promise, one broke it, one proves nothing. */
final class SampleReport {

    static final String DEVICE = "press <4> & Söhne → Halle";

    private static final Message REASON = Message.of(Result.class, "Result.EXACTLY_ONCE");

    private SampleReport() {
    }

    static DrillReport report() {
        return report(List.of(good(), bad(), open()), 4);
    }

    static DrillReport report(List<CaseResult> cases, int planned) {
        return new DrillReport("127.0.0.1:1883", DEVICE, Instant.parse("2026-11-28T10:15:30Z"), Duration.ofSeconds(95),
                planned, cases, "0.1.0");
    }

    static CaseResult good() {
        return result(Fault.CUT_BEFORE, PacketType.PUBREC, new Verdict(Result.EXACTLY_ONCE, REASON,
                new Deliveries(1, OptionalInt.of(1)), List.of(), List.of(new Repeat(PacketType.PUBLISH, 8, true)),
                Optional.of(new Resumption(true, true)), OptionalLong.of(8_000_000)), 1);
    }

    static CaseResult bad() {
        return result(Fault.DUPLICATED, PacketType.PUBLISH, new Verdict(Result.DUPLICATED, REASON,
                new Deliveries(1, OptionalInt.of(2)),
                List.of(new Breach(Culprit.CLIENT_LIBRARY, "MQTT-4.3.3-2", List.of(3), REASON)),
                List.of(new Repeat(PacketType.PUBLISH, 8, false), new Repeat(PacketType.PUBREL, 9, false),
                        new Repeat(PacketType.PUBREL, 10, false)),
                Optional.of(new Resumption(false, false)), OptionalLong.of(2_345_678_901L)), 1);
    }

    static CaseResult open() {
        return result(Fault.BROKER_RESET, PacketType.PUBCOMP, new Verdict(Result.INCONCLUSIVE, REASON,
                new Deliveries(0, OptionalInt.empty()), List.of(), List.of(), Optional.empty(), OptionalLong.empty()),
                1);
    }

    /** A story that no page can hold. */
    static CaseResult endless() {
        return result(Fault.LOST, PacketType.PUBACK, good().verdict(), 40);
    }

    private static CaseResult result(Fault fault, PacketType step, Verdict verdict, int rounds) {
        Trace trace = story(rounds);
        int[] rows = IntStream.range(0, trace.publish().rowCount()).toArray();
        Qos qos = step == PacketType.PUBACK ? Qos.AT_LEAST_ONCE : Qos.EXACTLY_ONCE;
        return new CaseResult(new FaultPoint(ProtocolVersion.MQTT_5, qos, Direction.CLIENT_TO_SERVER, step, fault),
                verdict, trace.publish(), rows, Duration.ofMillis(1_200));
    }

    private static Trace story(int rounds) {
        Trace trace = new Trace();
        Teller teller = new Teller(trace);
        teller.open(1);
        teller.tell(1, ">", "10 10 0004 4d515454 05 00 003c 00 0003 646576");
        teller.tell(1, "<", "20 03 00 00 00");
        for (int i = 0; i < rounds; i++) {
            teller.tell(1, ">", "34 07 0001 61 0007 00 6d");
            teller.dropped(1, "50 02 0007");
        }
        trace.append(new LinkEnded(1, teller.time, LinkEnded.Party.TAP, LinkEnded.Ending.RESET, ""));
        teller.open(2);
        teller.tell(2, ">", "10 10 0004 4d515454 05 00 003c 00 0003 646576");
        teller.tell(2, "<", "20 03 01 00 00");
        teller.tell(2, ">", "3c 07 0001 61 0007 00 6d");
        teller.tell(2, "<", "50 02 0007");
        teller.tell(2, ">", "62 02 0007");
        teller.tell(2, "<", "70 02 0007");
        return trace;
    }

    private static final class Teller {

        private final Trace trace;
        private long time = 1_795_000_000_000_000_000L;

        private Teller(Trace trace) {
            this.trace = trace;
        }

        private void open(int link) {
            trace.append(new LinkOpened(link, time, "10.0.0.4:4711", "127.0.0.1:1883", false, false));
        }

        private void tell(int link, String way, String hex) {
            time += 1_000_000;
            trace.append(Frame.passed(link, time, way.equals(">") ? Direction.CLIENT_TO_SERVER
                    : Direction.SERVER_TO_CLIENT, Bytes.ofHex(hex)));
        }

        private void dropped(int link, String hex) {
            time += 1_000_000;
            trace.append(new Frame(link, time, Direction.SERVER_TO_CLIENT, Bytes.ofHex(hex), false,
                    Frame.Fate.DROPPED, 0));
        }
    }
}
