package dev.fourshake.ui.view.drill;

import dev.fourshake.app.data.ProgramVersion;
import dev.fourshake.app.drill.CaseResult;
import dev.fourshake.app.drill.Drill;
import dev.fourshake.app.drill.DrillException;
import dev.fourshake.app.drill.DrillListener;
import dev.fourshake.app.drill.DrillReport;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.model.text.Message;
import dev.fourshake.ui.workbench.job.JobMonitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A drill that runs in the background, and what has come of it so far. Any thread may look. */
final class DrillRun implements DrillListener {

    private final DrillForm.Wish wish;
    private final Drill drill;
    private final Runnable changed;
    private final int planned;
    private final Instant begun = Instant.now();
    private final List<CaseResult> cases = new CopyOnWriteArrayList<>();
    private volatile Optional<FaultPoint> now = Optional.empty();
    private volatile Optional<Message> asked = Optional.empty();
    private volatile Optional<DrillReport> ended = Optional.empty();
    private volatile boolean over;
    private volatile boolean saved;

    /** @param changed is called by any thread when there is something new */
    DrillRun(DrillForm.Wish wish, Runnable changed) {
        this.wish = wish;
        this.changed = changed;
        planned = wish.plan().points().size();
        drill = new Drill(wish.plan(), wish.devices(), this);
    }

    /** Runs it to its end. Not on the JavaFX thread. */
    DrillReport run(JobMonitor monitor) throws DrillException {
        monitor.onCancel(drill::stop);
        try {
            DrillReport report = drill.run();
            ended = Optional.of(report);
            return report;
        } finally {
            now = Optional.empty();
            asked = Optional.empty();
            over = true;
            changed.run();
        }
    }

    /** Ends it soon; what was judged until then stays. */
    void stop() {
        drill.stop();
    }

    @Override
    public void begun(int number, int of, FaultPoint point) {
        now = Optional.of(point);
        asked = Optional.empty();
        changed.run();
    }

    @Override
    public void ended(int number, int of, CaseResult result) {
        cases.add(result);
        asked = Optional.empty();
        changed.run();
    }

    @Override
    public void asks(Message what) {
        asked = Optional.of(what);
        changed.run();
    }

    List<CaseResult> cases() {
        return List.copyOf(cases);
    }

    int planned() {
        return planned;
    }

    /** The case that is under way. */
    Optional<FaultPoint> now() {
        return now;
    }

    /** What the engineer has to do for the drill to go on. */
    Optional<Message> asked() {
        return asked;
    }

    /** Its report is in a file now. */
    void saved() {
        saved = true;
    }

    boolean isSaved() {
        return saved;
    }

    boolean isOver() {
        return over;
    }

    /** The report, or what it would be if the drill were stopped now. */
    DrillReport report() {
        return ended.orElseGet(() -> new DrillReport(wish.plan().broker().toString(), drill.devices().title(), begun,
                Duration.between(begun, Instant.now()), planned, cases(), ProgramVersion.current()));
    }
}
