package dev.fourshake.app.drill.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DrillHtmlTest {

    private final String html = DrillHtml.text(SampleReport.report(), Locale.ENGLISH);

    @Test
    void whatThePromiseCameToIsSaidFirst() {
        assertTrue(html.contains("class=\"verdict bad\">Stopped after 3 of 4 fault points. "
                + "The promise of the QoS was broken at one of 3 fault points."), html);
        String good = DrillHtml.text(SampleReport.report(List.of(SampleReport.good()), 1), Locale.ENGLISH);
        assertTrue(good.contains("class=\"verdict good\">The promise of the QoS was kept at the one fault point."),
                good);
        String open = DrillHtml.text(SampleReport.report(List.of(SampleReport.good(), SampleReport.open()), 2),
                Locale.ENGLISH);
        assertTrue(open.contains("broken at none of 2 fault points; one of them proves nothing."), open);
    }

    @Test
    void aLineOfTheTableSaysWhoBrokeThePromiseAndWhatWasSentAgain() {
        String line = html.lines().filter(each -> each.startsWith("<tr class=\"bad\">")).findFirst().orElseThrow();
        assertEquals(List.of("2", "MQTT 5", "2", "from device", "PUBLISH", "duplicated", "duplicated",
                "client library", "PUBLISH without DUP, 2 × PUBREL", "0, wrong", "1 (app 2)", "2.35 s"),
                cells(line));
    }

    @Test
    void whatProvesNothingIsNeitherGoodNorBad() {
        String line = html.lines().filter(each -> each.startsWith("<tr class=\"open\">")).findFirst().orElseThrow();
        assertEquals(List.of("3", "MQTT 5", "2", "from device", "PUBCOMP", "broker reset", "inconclusive", "–", "–",
                "–", "0", "–"), cells(line));
    }

    private static List<String> cells(String line) {
        return Pattern.compile("<td[^>]*>(.*?)</td>").matcher(line).results()
                .map(cell -> cell.group(1).replaceAll("<[^>]*>", "")).toList();
    }

    @Test
    void eachCaseHasADiagramAndNoNameTwice() {
        assertEquals(3, html.split("<svg ", -1).length - 1);
        Matcher names = Pattern.compile(" id=\"([^\"]*)\"").matcher(html);
        List<String> ids = names.results().map(name -> name.group(1)).toList();
        assertEquals(ids.stream().distinct().toList(), ids);
    }

    @Test
    void itNeedsNothingBesideIt() {
        assertFalse(Pattern.compile("<script|<link|<img|src=|@import|url\\(").matcher(html).find());
    }

    @Test
    void whatTheUserWroteIsNoMarkup() {
        assertTrue(html.contains("press &lt;4&gt; &amp; Söhne → Halle"));
        assertFalse(html.contains("<4>"));
    }
}
