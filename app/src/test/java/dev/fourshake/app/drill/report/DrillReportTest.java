package dev.fourshake.app.drill.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class DrillReportTest {

    private static final DrillReport REPORT = new DrillReport("10.0.0.9:1883", "press \u0001 <4>",
            Instant.parse("2026-01-02T03:04:05Z"), Duration.ofMillis(1_500), 4, List.of(
            result(Fault.LOST, Result.EXACTLY_ONCE, 1, List.of()),
            result(Fault.CUT_BEFORE, Result.DUPLICATED, 2, List.of(new Breach(Culprit.BROKER, "MQTT-4.3.3-2",
                    List.of(4, 9), words("sent \u0000 twice & more")))),
            result(Fault.BROKER_RESET, Result.INCONCLUSIVE, 0, List.of())), "1.0");

    private static CaseResult result(Fault fault, Result result, int count, List<Breach> breaches) {
        return new CaseResult(new FaultPoint(ProtocolVersion.MQTT_5, Qos.EXACTLY_ONCE, Direction.CLIENT_TO_SERVER,
                PacketType.PUBREC, fault), new Verdict(result, words("why <so>"),
                new Deliveries(count, OptionalInt.of(count)), breaches,
                List.of(new Repeat(PacketType.PUBLISH, 11, true)), Optional.of(new Resumption(true, true)),
                OptionalLong.of(2_500_000)), TraceSnapshot.EMPTY, new int[0], Duration.ofMillis(250));
    }

    /** A key that no bundle has is its own text. */
    private static Message words(String text) {
        return Message.of(DrillReportTest.class, text);
    }

    @Test
    void whatIsBrokenMakesTheReportBad() {
        assertFalse(REPORT.isGood());
        assertTrue(REPORT.isStopped());
        assertEquals(1, REPORT.results().get(Result.DUPLICATED));
        assertEquals(0, REPORT.results().get(Result.STUCK));
    }

    /** Nothing that proves nothing looks like a success. */
    @Test
    void whatProvesNothingIsNoSuccess() throws Exception {
        for (List<CaseResult> cases : List.of(List.<CaseResult>of(),
                List.of(result(Fault.BROKER_RESET, Result.INCONCLUSIVE, 0, List.of())))) {
            DrillReport report = new DrillReport("10.0.0.9:1883", "press", Instant.EPOCH, Duration.ofSeconds(1), 1,
                    cases, "1.0");
            assertFalse(report.isGood());
            assertEquals(DrillReport.Outcome.NOTHING_PROVED, report.outcome());
            StringWriter json = new StringWriter();
            DrillJson.write(report, json);
            assertEquals("nothing-proved", JsonMapper.builder().build().readTree(json.toString()).get("outcome")
                    .asText());
            StringWriter junit = new StringWriter();
            DrillJUnit.write(report, junit);
            Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(junit.toString()))).getDocumentElement();
            assertEquals("1", suite.getAttribute("tests"));
            assertEquals("1", suite.getAttribute("skipped"));
            assertEquals(1, suite.getElementsByTagName("skipped").getLength());
            assertTrue(DrillHtml.text(report, Locale.ENGLISH).contains("<p class=\"verdict open\">"),
                    "shown as a success");
            assertTrue(new ReportWords(report, Locale.ENGLISH).verdict().contains("Nothing was proved"));
        }
    }

    @Test
    void jsonHasEachVerdictWithItsProofs() throws Exception {
        StringWriter out = new StringWriter();
        DrillJson.write(REPORT, out);
        JsonNode report = JsonMapper.builder().build().readTree(out.toString());
        assertEquals("2026-01-02T03:04:05Z", report.get("begun").asText());
        assertTrue(report.get("stopped").asBoolean());
        assertEquals(1, report.get("results").get("exactly-once").asInt());
        JsonNode bad = report.get("cases").get(1);
        assertEquals("broker", bad.get("culprit").asText());
        assertEquals("[5,10]", bad.get("breaches").get(0).get("frames").toString());
        assertEquals("MQTT-4.3.3-2", bad.get("breaches").get(0).get("rule").asText());
        assertEquals("{\"type\":\"PUBLISH\",\"frame\":12,\"dup\":true}", bad.get("repeats").get(0).toString());
        assertEquals("{\"said\":true,\"right\":true}", bad.get("sessionPresent").toString());
        assertEquals(2.5, bad.get("recoveryMs").asDouble());
    }

    @Test
    void junitXmlHasAFailureWhereAPromiseIsBrokenAndSkipsWhatProvesNothing() throws Exception {
        StringWriter out = new StringWriter();
        DrillJUnit.write(REPORT, out);
        Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(out.toString()))).getDocumentElement();
        assertEquals("4", suite.getAttribute("tests"), "three, and all that was not done");
        assertEquals("1", suite.getAttribute("failures"));
        assertEquals("2", suite.getAttribute("skipped"));
        assertEquals("1.500", suite.getAttribute("time"));
        assertEquals("fourshake drill press  <4> 10.0.0.9:1883", suite.getAttribute("name"));
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertEquals("duplicated", failure.getAttribute("type"));
        assertEquals("broker: MQTT-4.3.3-2 sent  twice & more[]", failure.getTextContent());
        Element failed = (Element) failure.getParentNode();
        assertEquals("drill.mqtt5.qos2.out", failed.getAttribute("classname"));
        assertEquals("PUBREC cut-before", failed.getAttribute("name"));
    }
}
