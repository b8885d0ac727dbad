package dev.fourshake.app.drill;

import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.app.drill.judge.Evidence;
import dev.fourshake.app.drill.judge.Judge;
import dev.fourshake.app.drill.judge.Progress;
import dev.fourshake.app.drill.judge.Story;
import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.wire.Bytes;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/**
 * One case, from the first connection to the verdict: the subject connects, the fault is armed, the message is sent,
 * the fault happens, and all that may come of it is waited for. Not for several threads.
 */
final class CaseRun implements AutoCloseable {

    private final CaseSetup setup;
    private final FaultPoint point;
    private final Subject subject;
    private final Stop stop;
    private final Bench bench;
    private Counterpart counterpart;
    private int armedRow;
    private Optional<Bytes> missing = Optional.empty();
    /** Something was waited for in vain. */
    private boolean unanswered;
    private boolean brokerGone;

    /** @param portPatience how long a port that somebody else has is waited for */
    CaseRun(CaseSetup setup, Subject subject, Duration portPatience) throws DrillException, StoppedException {
        this.setup = setup;
        this.subject = subject;
        point = setup.point();
        stop = setup.stop();
        bench = Bench.start(subject.tap(), setup.tap("drill-side"), stop, portPatience);
    }

    CaseResult run() throws DrillException, StoppedException {
        try {
            return judged();
        } catch (DrillException failure) {
            brokerGone = failure.isUnreachable();
            throw failure;
        }
    }

    private CaseResult judged() throws DrillException, StoppedException {
        long begun = System.nanoTime();
        try {
            connect();
        } catch (ClientFailure failure) {
            throw bench.reason(failure, stop, setup.times().patience());
        }
        if (comes(() -> evidence().device().isPresent())) {
            play();
        }
        if (unanswered || !counterpart.isConnected()) {
            // Where the broker answers nobody, nobody is to blame for what has become of the message.
            BrokerCheck.answers(setup);
        }
        if (!counterpart.isConnected()) {
            // Nothing was done to it, so the broker is gone, and who got no answer meanwhile is not to blame.
            throw bench.lost();
        }
        Evidence evidence = evidence();
        return new CaseResult(point, Judge.verdict(evidence), evidence.trace(), Story.rows(evidence),
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private void connect() throws ClientFailure {
        counterpart = Counterpart.connect(bench.sideAddress(), setup.counterpartId(), setup.plan().credentials(),
                setup.times().patience());
        if (point.devicePublishes()) {
            counterpart.subscribe(subject.topics());
        }
        subject.start(bench);
    }

    private void play() throws DrillException, StoppedException {
        if (!subject.isMarked()) {
            // Nobody tells when a real device has subscribed.
            stop.await(setup.times().quiet(), () -> false);
        }
        armedRow = bench.trace().rowCount();
        bench.arm(Faults.breakpoint(point, setup.times()));
        subject.send(counterpart);
        // A message that is sent late in the waiting time has all of it for its handshake nevertheless.
        if (comes(() -> progress().isBegun())) {
            comes(() -> progress().isHit());
        }
        bench.disarm();
        if (progress().isHit()) {
            befall();
            // The same for a device that somebody has to switch on again.
            if (comes(this::isBack) && comes(this::isSettled)) {
                awaitQuiet();
            }
        }
    }

    /** Whether it comes in time; if not, that is remembered. */
    private boolean comes(BooleanSupplier what) throws StoppedException {
        boolean inTime = stop.await(setup.times().patience(), what);
        unanswered |= !inTime;
        return inTime;
    }

    /** What the fault needs besides what the tap has done to the packet. */
    private void befall() throws DrillException, StoppedException {
        switch (point.fault()) {
            case CUT_BEFORE, CUT_AFTER, DELAYED, DUPLICATED -> { }
            case LOST -> {
                if (!stop.await(setup.times().grace(), () -> progress().isOver())) {
                    bench.goDown();
                    bench.comeUp(stop, setup.times().patience());
                }
            }
            case BROKER_RESTART -> {
                bench.goDown();
                bench.comeUp(stop, setup.times().patience());
            }
            case BROKER_RESET -> {
                bench.goDown();
                endSession();
                bench.comeUp(stop, setup.times().patience());
            }
            case DEVICE_RESTART, DEVICE_RESET -> subject.restart(evidence().device().map(Connect::clientId).orElse(""));
        }
    }

    private boolean isBack() {
        return !point.fault().endsLink() || point.fault() == Fault.LOST || progress().isBack();
    }

    /** Nothing more has to come, unless something comes twice. */
    private boolean isSettled() {
        Progress progress = progress();
        return !point.fault().keepsSession() || progress.isOver() && progress.onWire() > 0;
    }

    private void awaitQuiet() throws StoppedException {
        int last;
        do {
            last = progress().lastRow();
        } while (stop.await(setup.times().quiet(), hasMoreThan(last)));
        if (point.fault().keepsSession()) {
            missing = subject.awaitLast(counterpart, bench);
            unanswered |= missing.isPresent();
        }
    }

    private BooleanSupplier hasMoreThan(int lastRow) {
        return () -> progress().lastRow() > lastRow;
    }

    private Progress progress() {
        return Progress.of(evidence());
    }

    private Evidence evidence() {
        boolean counts = counterpart != null && point.devicePublishes();
        return new Evidence(point, bench.trace(), armedRow, setup.counterpartId(), subject.culprit(),
                subject.received(), counts ? subject.receivedBy(counterpart) : OptionalInt.empty(),
                subject.isMarked(), missing);
    }

    private void endSession() {
        Optional<Connect> device = evidence().device();
        device.ifPresent(connect -> SessionEnd.of(connect, setup.tap("drill-session"), setup.times().patience()));
    }

    /** Nothing is armed or held any more, and nothing of ours is left at the broker, if it is there. */
    @Override
    public void close() {
        subject.close();
        if (counterpart != null) {
            counterpart.close();
        }
        if (subject.isMarked() && !brokerGone) {
            endSession();
        }
        bench.close();
    }
}
