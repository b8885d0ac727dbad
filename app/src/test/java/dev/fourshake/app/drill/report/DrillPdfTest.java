package dev.fourshake.app.drill.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.drill.DrillReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class DrillPdfTest {

    private static PDDocument read(DrillReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DrillPdf.write(report, Locale.ENGLISH, out);
        return Loader.loadPDF(out.toByteArray());
    }

    private static String text(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return stripper.getText(document).replaceAll("\\s+", " ");
    }

    @Test
    void theTableAndTheDiagramsAreText() throws IOException {
        try (PDDocument document = read(SampleReport.report())) {
            String text = text(document);
            assertTrue(text.contains("Stopped after 3 of 4 fault points."), text);
            assertTrue(text.contains("press <4> & Söhne"), text);
            assertTrue(text.contains("client library"), text);
            assertTrue(text.contains("[MQTT-4.3.3-2]"), text);
            assertTrue(text.contains("dropped by tap"), "of the diagram: " + text);
            assertEquals("Exactly-Once Drill – " + SampleReport.DEVICE,
                    document.getDocumentInformation().getTitle());
            assertEquals("Page 1 of " + document.getNumberOfPages(), text.replaceAll(".*(Page 1 of \\d+).*", "$1"));
        }
    }

    @Test
    void aStoryThatIsLongerThanAPageGoesOnOnTheNext() throws IOException {
        try (PDDocument document = read(SampleReport.report(List.of(SampleReport.endless()), 1))) {
            assertTrue(document.getNumberOfPages() >= 3);
            String text = text(document);
            int rows = SampleReport.endless().rows().length;
            assertTrue(text.contains(" " + rows + " "), "the last row is there");
        }
    }

    @Test
    void aTableThatIsLongerThanAPageRepeatsItsHead() throws IOException {
        try (PDDocument document = read(SampleReport.report(Collections.nCopies(60, SampleReport.open()), 60))) {
            assertTrue(text(document).split("Broken by", -1).length >= 3, "on two pages");
        }
    }

    @Test
    void whatTheFontLacksStopsNothing() throws IOException {
        DrillReport sample = SampleReport.report();
        try (PDDocument document = read(new DrillReport(sample.broker(), "压力机 ✓", sample.begun(), sample.took(), 3,
                sample.cases(), sample.program()))) {
            assertFalse(text(document).isEmpty());
        }
    }
}
