package dev.fourshake.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.fourshake.model.delivery.MessageTotals;
import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.session.Session;
import dev.fourshake.model.trace.Totals;
import dev.fourshake.model.trace.TraceSummary;
import dev.fourshake.model.wire.PacketType;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The summary of a trace as one JSON document: what {@code inspect --json} and {@code tap --json} print. Its fields
 * are a contract with users' scripts.
 *
 * @param source   name of the capture, file or tap
 * @param filtered whether it is of some packets only: then nothing can be said across the brokers
 */
record Summary(String source, TraceSummary trace, boolean filtered) {

    private static final double NANOS_PER_MILLISECOND = 1e6;
    private static final JsonFactory JSON = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    Summary(String source, TraceSummary trace) {
        this(source, trace, false);
    }

    /** Writes the document, indented, with a line feed at its end. */
    void json(PrintWriter out) {
        PrintWriter to = AsciiJson.to(out);
        try (JsonGenerator generator = JSON.createGenerator(to).useDefaultPrettyPrinter()) {
            write(generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        to.print('\n');
        to.flush();
    }

    /** 1 where the traffic broke the specification. */
    int exitStatus() {
        return trace.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
                ? ExitStatus.JUDGED_BAD : ExitStatus.DONE;
    }

    /** Writes it in one of the two ways, and returns the exit status. */
    int print(boolean asJson, PrintWriter out) {
        if (asJson) {
            json(out);
        } else {
            print(out, new Texts());
        }
        out.flush();
        return exitStatus();
    }

    private void write(JsonGenerator out) throws IOException {
        Totals totals = trace.totals();
        out.writeStartObject();
        out.writeStringField("source", source);
        out.writeNumberField("links", trace.links());
        out.writeObjectFieldStart("packets");
        for (Map.Entry<PacketType, Long> entry : new EnumMap<>(nonZero(totals.packets())).entrySet()) {
            out.writeNumberField(entry.getKey().name(), entry.getValue());
        }
        out.writeEndObject();
        out.writeNumberField("malformed", totals.malformed());
        out.writeNumberField("opaqueBytes", totals.opaqueBytes());
        out.writeNumberField("missingBytes", totals.missingBytes());
        out.writeNumberField("dup", totals.dup());
        writeExchanges(out, totals.exchanges());
        if (!filtered) {
            writeMessages(out);
        }
        writeSessions(out);
        writeFindings(out);
        out.writeEndObject();
    }

    private static Map<PacketType, Long> nonZero(Map<PacketType, Long> packets) {
        Map<PacketType, Long> counted = new EnumMap<>(PacketType.class);
        packets.forEach((type, count) -> {
            if (count > 0) {
                counted.put(type, count);
            }
        });
        return counted;
    }

    private static void writeExchanges(JsonGenerator out, Map<ExchangeKind, Map<Outcome, Long>> exchanges)
            throws IOException {
        out.writeObjectFieldStart("exchanges");
        for (ExchangeKind kind : new ExchangeKind[] {ExchangeKind.QOS_0, ExchangeKind.QOS_1, ExchangeKind.QOS_2}) {
            Map<Outcome, Long> counts = exchanges.getOrDefault(kind, Map.of());
            out.writeObjectFieldStart("qos" + kind.ordinal());
            out.writeNumberField("complete", counts.getOrDefault(Outcome.COMPLETE, 0L));
            if (kind != ExchangeKind.QOS_0) {
                out.writeNumberField("rejected", counts.getOrDefault(Outcome.REJECTED, 0L));
                out.writeNumberField("incomplete",
                        counts.getOrDefault(Outcome.OPEN, 0L) + counts.getOrDefault(Outcome.ABANDONED, 0L));
            }
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    /** Across the brokers; the times are left out where nothing was tied. */
    private void writeMessages(JsonGenerator out) throws IOException {
        MessageTotals messages = trace.messages();
        out.writeObjectFieldStart("messages");
        out.writeNumberField("published", messages.published());
        out.writeNumberField("delivered", messages.delivered());
        if (messages.timed() > 0) {
            out.writeObjectFieldStart("endToEndMs");
            out.writeNumberField("median", messages.medianNanos() / NANOS_PER_MILLISECOND);
            out.writeNumberField("p99", messages.p99Nanos() / NANOS_PER_MILLISECOND);
            out.writeNumberField("max", messages.maxNanos() / NANOS_PER_MILLISECOND);
            out.writeEndObject();
        }
        out.writeNumberField("duplicates", messages.duplicates());
        out.writeNumberField("lost", messages.lost());
        out.writeEndObject();
    }

    private void writeSessions(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("sessions");
        for (Session session : trace.sessions()) {
            out.writeStartObject();
            out.writeStringField("clientId", session.clientId());
            out.writeStringField("protocol", session.version().code());
            out.writeNumberField("connections", session.links().size());
            out.writeArrayFieldStart("sessionPresent");
            for (boolean present : session.sessionPresent()) {
                out.writeBoolean(present);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void writeFindings(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("findings");
        for (Finding finding : trace.findings()) {
            out.writeStartObject();
            out.writeStringField("rule", finding.rule());
            out.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
            out.writeNumberField("link", finding.link());
            out.writeArrayFieldStart("frames");
            for (int row : finding.rows()) {
                out.writeNumber(row + 1);
            }
            out.writeEndArray();
            out.writeStringField("message", finding.message().text());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** The same for people: a few lines. */
    void print(PrintWriter out, Texts texts) {
        Totals totals = trace.totals();
        out.println(texts.of("summary.head", source, trace.links(), trace.sessions().size(),
                totals.packets().values().stream().mapToLong(Long::longValue).sum()));
        for (ExchangeKind kind : new ExchangeKind[] {ExchangeKind.QOS_0, ExchangeKind.QOS_1, ExchangeKind.QOS_2}) {
            Map<Outcome, Long> counts = totals.exchanges().getOrDefault(kind, Map.of());
            out.println(texts.of("summary.qos", kind.ordinal(), counts.getOrDefault(Outcome.COMPLETE, 0L),
                    counts.getOrDefault(Outcome.REJECTED, 0L),
                    counts.getOrDefault(Outcome.OPEN, 0L) + counts.getOrDefault(Outcome.ABANDONED, 0L)));
        }
        if (totals.malformed() + totals.opaqueBytes() + totals.missingBytes() > 0) {
            out.println(texts.of("summary.bytes", totals.malformed(), totals.opaqueBytes(), totals.missingBytes()));
        }
        for (Finding finding : trace.findings()) {
            out.println(texts.of("summary.finding", texts.of("severity." + finding.severity().name()), finding.rule(),
                    finding.rows().isEmpty() ? 0 : finding.rows().getLast() + 1, finding.message().text()));
        }
    }
}
