package dev.fourshake.app.drill.report;

import dev.fourshake.app.drill.CaseResult;
import dev.fourshake.app.drill.DrillReport;
import dev.fourshake.app.drill.result.Breach;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.app.drill.result.Result;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A report as JUnit XML, which every build server reads: a test a fault point. A verdict that is not good is a failure;
 * one that proves nothing is a skipped test, and so is all that was not done where the drill was stopped.
 */
public final class DrillJUnit {

    private static final double MILLIS_PER_SECOND = 1e3;

    private final XMLStreamWriter out;

    private DrillJUnit(XMLStreamWriter out) {
        this.out = out;
    }

    /** Writes it as UTF-8 text. The writer stays open. */
    public static void write(DrillReport report, Writer to) throws IOException {
        try {
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(to);
            new DrillJUnit(out).report(report);
            out.close();
        } catch (XMLStreamException failure) {
            throw new IOException(failure);
        }
    }

    private void report(DrillReport report) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        newLine();
        out.writeStartElement("testsuite");
        out.writeAttribute("name", plain("fourshake drill " + report.device() + " " + report.broker()));
        int undone = report.isStopped() ? 1 : 0;
        out.writeAttribute("tests", String.valueOf(report.cases().size() + undone));
        out.writeAttribute("failures", String.valueOf(count(report, Kind.FAILED)));
        out.writeAttribute("errors", "0");
        out.writeAttribute("skipped", String.valueOf(count(report, Kind.SKIPPED) + undone));
        out.writeAttribute("time", seconds(report.took()));
        out.writeAttribute("timestamp", report.begun().truncatedTo(ChronoUnit.SECONDS).toString());
        newLine();
        for (CaseResult result : report.cases()) {
            testcase(result);
        }
        if (report.isStopped()) {
            undone(report);
        }
        out.writeEndElement();
        newLine();
        out.writeEndDocument();
    }

    private enum Kind { PASSED, FAILED, SKIPPED }

    private static Kind kind(CaseResult result) {
        return !result.isGood() ? Kind.FAILED
                : result.verdict().result() == Result.INCONCLUSIVE ? Kind.SKIPPED : Kind.PASSED;
    }

    private static long count(DrillReport report, Kind kind) {
        return report.cases().stream().filter(each -> kind(each) == kind).count();
    }

    /** Whoever reads this must not take it for the whole. */
    private void undone(DrillReport report) throws XMLStreamException {
        out.writeStartElement("testcase");
        out.writeAttribute("classname", "drill");
        out.writeAttribute("name", "undone");
        out.writeEmptyElement("skipped");
        out.writeAttribute("message", CaseWords.text(Locale.getDefault(Locale.Category.DISPLAY), "verdict.stopped",
                report.cases().size(), report.planned()));
        out.writeEndElement();
        newLine();
    }

    private void testcase(CaseResult result) throws XMLStreamException {
        FaultPoint point = result.point();
        out.writeStartElement("testcase");
        out.writeAttribute("classname", "drill.mqtt" + point.version().code().replace('.', '_') + ".qos"
                + point.qos().level() + "." + FaultPoint.code(point.direction()));
        out.writeAttribute("name", point.step().name() + " " + point.fault().code());
        out.writeAttribute("time", seconds(result.took()));
        String reason = plain(result.verdict().reason().text());
        switch (kind(result)) {
            case PASSED -> { }
            case FAILED -> {
                out.writeStartElement("failure");
                out.writeAttribute("message", reason);
                out.writeAttribute("type", DrillJson.code(result.verdict().result()));
                out.writeCharacters(plain(result.verdict().breaches().stream().map(DrillJUnit::line)
                        .collect(Collectors.joining("\n"))));
                out.writeEndElement();
            }
            case SKIPPED -> {
                out.writeEmptyElement("skipped");
                out.writeAttribute("message", reason);
            }
        }
        out.writeEndElement();
        newLine();
    }

    private static String line(Breach breach) {
        return (breach.by().title().text() + ": " + breach.rule() + " " + breach.message().text()).replace("  ", " ");
    }

    /** What XML 1.0 has no way to write is left out: topics and identifiers come from the wire. */
    private static String plain(String text) {
        return text.codePoints().filter(each -> each == '\t' || each == '\n' || each == '\r'
                        || each >= 0x20 && each <= 0xD7FF || each >= 0xE000 && each <= 0xFFFD || each >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / MILLIS_PER_SECOND);
    }

    private void newLine() throws XMLStreamException {
        out.writeCharacters("\n");
    }
}
