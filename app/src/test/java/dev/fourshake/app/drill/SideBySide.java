package dev.fourshake.app.drill;

import dev.fourshake.model.trace.TraceSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs plans side by side, a few at a time: most of a case is waiting. */
final class SideBySide {

    /** As many as two processors do without one waiting for another. */
    static final int AT_A_TIME = 8;

    private SideBySide() {
    }

    static List<CaseResult> run(List<DrillPlan> plans, DrillDevices devices)
            throws ExecutionException, InterruptedException {
        return run(plans, devices, AT_A_TIME);
    }

    static List<CaseResult> run(List<DrillPlan> plans, DrillDevices devices, int atATime)
            throws ExecutionException, InterruptedException {
        List<CaseResult> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(atATime, Thread.ofVirtual().factory())) {
            List<Future<DrillReport>> running = new ArrayList<>();
            for (DrillPlan plan : plans) {
                running.add(threads.submit(() -> new Drill(plan, devices, DrillListener.NONE).run()));
            }
            for (Future<DrillReport> each : running) {
                results.addAll(each.get().cases());
            }
        }
        return results;
    }

    /** A case with its wire, for whoever reads why a test has failed. */
    static String told(CaseResult result) {
        StringBuilder text = new StringBuilder("\n").append(result.point().code()).append(' ')
                .append(result.verdict().result()).append(' ').append(result.verdict().deliveries());
        result.verdict().breaches().forEach(breach -> text.append("\n  ").append(breach.by()).append(' ')
                .append(breach.rule()).append(' ').append(breach.message().text()).append(breach.rows()));
        TraceSnapshot trace = result.trace();
        for (int row = 0; row < trace.rowCount(); row++) {
            text.append("\n  ").append(row).append(": ").append(trace.link(row)).append(' ').append(trace.kind(row));
            if (trace.type(row) != null) {
                text.append(' ').append(trace.direction(row).code()).append(' ').append(trace.type(row)).append(' ')
                        .append(trace.packetId(row)).append(' ').append(Integer.toHexString(trace.firstByte(row)))
                        .append(' ').append(trace.fate(row)).append(' ').append(trace.judgement(row));
            }
        }
        return text.toString();
    }
}
