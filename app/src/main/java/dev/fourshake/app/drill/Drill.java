package dev.fourshake.app.drill;

import dev.fourshake.app.data.ProgramVersion;
import dev.fourshake.app.drill.result.FaultPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a plan, one fault point after the other. It can be stopped at any moment by any thread: what was done until then
 * stays judged, and nothing stays armed. To be run once.
 */
public final class Drill {

    private final DrillPlan plan;
    private volatile DrillDevices devices;
    private final DrillListener listener;
    private final Stop stop = new Stop();

    public Drill(DrillPlan plan, DrillDevices devices, DrillListener listener) {
        this.plan = plan;
        this.devices = devices;
        this.listener = listener;
    }

    /**
     * Returns when all is done, or the drill was stopped: off the JavaFX thread.
     *
     * @throws DrillException if it cannot go on; it has the report of what was done until then
     */
    public DrillReport run() throws DrillException {
        Instant begun = Instant.now();
        List<FaultPoint> points = plan.points();
        List<CaseResult> results = new ArrayList<>();
        devices = devices.settled();
        try {
            for (FaultPoint point : points) {
                if (stop.isAsked()) {
                    break;
                }
                listener.begun(results.size() + 1, points.size(), point);
                if (results.isEmpty() && devices instanceof DrillDevices.Library) {
                    Rehearsal.play(new CaseSetup(plan, point, stop));
                }
                results.add(run(point, results.isEmpty()));
                listener.ended(results.size(), points.size(), results.getLast());
            }
        } catch (StoppedException _) {
            // The case that was under way is not judged.
        } catch (DrillException failure) {
            throw failure.after(report(begun, points, results));
        }
        return report(begun, points, results);
    }

    private DrillReport report(Instant begun, List<FaultPoint> points, List<CaseResult> results) {
        return new DrillReport(plan.broker().toString(), devices.title(), begun, Duration.between(begun, Instant.now()),
                points.size(), results, ProgramVersion.current());
    }

    /** What is drilled, since it has begun with the port at which the device connects. Any thread. */
    public DrillDevices devices() {
        return devices;
    }

    private CaseResult run(FaultPoint point, boolean first) throws DrillException, StoppedException {
        CaseSetup setup = new CaseSetup(plan, point, stop);
        Subject subject = switch (devices) {
            case DrillDevices.Library(DrillDevice.Maker maker) -> new LibrarySubject(maker, setup);
            case DrillDevices.AtSite(Site site) -> new SiteSubject(site, setup, listener);
        };
        // Between two cases nobody listens, and any program may be given the port for a connection of its own.
        try (CaseRun run = new CaseRun(setup, subject, first ? Duration.ZERO : plan.times().patience())) {
            return run.run();
        }
    }

    /** Ends it soon. Any thread. */
    public void stop() {
        stop.ask();
    }
}
