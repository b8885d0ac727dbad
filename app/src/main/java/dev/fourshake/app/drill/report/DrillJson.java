package dev.fourshake.app.drill.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.fourshake.app.drill.CaseResult;
import dev.fourshake.app.drill.DrillReport;
import dev.fourshake.app.drill.result.Breach;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.app.drill.result.Repeat;
import dev.fourshake.app.drill.result.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** A report as one JSON document. Its fields are a contract with users' scripts. */
public final class DrillJson {

    private static final double NANOS_PER_MILLISECOND = 1e6;
    private static final JsonFactory JSON = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final JsonGenerator out;

    private DrillJson(JsonGenerator out) {
        this.out = out;
    }

    /** Writes it, indented, with a line feed at its end. The writer stays open. */
    public static void write(DrillReport report, Writer to) throws IOException {
        try (JsonGenerator out = JSON.createGenerator(to).useDefaultPrettyPrinter()) {
            new DrillJson(out).report(report);
        }
        to.write('\n');
    }

    /** {@code EXACTLY_ONCE} as it stands in reports: {@code exactly-once}. */
    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void report(DrillReport report) throws IOException {
        out.writeStartObject();
        out.writeStringField("broker", report.broker());
        out.writeStringField("device", report.device());
        out.writeStringField("program", report.program());
        out.writeStringField("begun", report.begun().toString());
        out.writeNumberField("tookMs", report.took().toMillis());
        out.writeNumberField("planned", report.planned());
        out.writeBooleanField("stopped", report.isStopped());
        out.writeBooleanField("good", report.isGood());
        out.writeStringField("outcome", code(report.outcome()));
        out.writeObjectFieldStart("results");
        for (var count : report.results().entrySet()) {
            out.writeNumberField(code(count.getKey()), count.getValue());
        }
        out.writeEndObject();
        out.writeArrayFieldStart("cases");
        for (CaseResult each : report.cases()) {
            result(each);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void result(CaseResult result) throws IOException {
        FaultPoint point = result.point();
        out.writeStartObject();
        out.writeStringField("point", point.code());
        out.writeStringField("protocol", point.version().code());
        out.writeNumberField("qos", point.qos().level());
        out.writeStringField("direction", FaultPoint.code(point.direction()));
        out.writeStringField("step", point.step().name());
        out.writeStringField("fault", point.fault().code());
        verdict(result.verdict());
        out.writeBooleanField("good", result.isGood());
        out.writeNumberField("tookMs", result.took().toMillis());
        out.writeEndObject();
    }

    private void verdict(Verdict verdict) throws IOException {
        out.writeStringField("result", code(verdict.result()));
        out.writeStringField("reason", verdict.reason().text());
        out.writeObjectFieldStart("deliveries");
        out.writeNumberField("wire", verdict.deliveries().onWire());
        if (verdict.deliveries().atApplication().isPresent()) {
            out.writeNumberField("application", verdict.deliveries().atApplication().getAsInt());
        }
        out.writeEndObject();
        if (verdict.culprit().isPresent()) {
            out.writeStringField("culprit", code(verdict.culprit().get()));
        }
        out.writeArrayFieldStart("breaches");
        for (Breach breach : verdict.breaches()) {
            breach(breach);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("repeats");
        for (Repeat repeat : verdict.repeats()) {
            out.writeStartObject();
            out.writeStringField("type", repeat.type().name());
            out.writeNumberField("frame", repeat.row() + 1);
            out.writeBooleanField("dup", repeat.dup());
            out.writeEndObject();
        }
        out.writeEndArray();
        if (verdict.resumption().isPresent()) {
            out.writeObjectFieldStart("sessionPresent");
            out.writeBooleanField("said", verdict.resumption().get().sessionPresent());
            out.writeBooleanField("right", verdict.resumption().get().right());
            out.writeEndObject();
        }
        if (verdict.recoveryNanos().isPresent()) {
            out.writeNumberField("recoveryMs", verdict.recoveryNanos().getAsLong() / NANOS_PER_MILLISECOND);
        }
    }

    private void breach(Breach breach) throws IOException {
        out.writeStartObject();
        out.writeStringField("by", code(breach.by()));
        if (!breach.rule().isEmpty()) {
            out.writeStringField("rule", breach.rule());
        }
        out.writeArrayFieldStart("frames");
        for (int row : breach.rows()) {
            out.writeNumber(row + 1);
        }
        out.writeEndArray();
        out.writeStringField("message", breach.message().text());
        out.writeEndObject();
    }
}
