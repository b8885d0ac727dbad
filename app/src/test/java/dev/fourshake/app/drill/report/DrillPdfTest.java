package dev.fourshake.app.drill.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.drill.DrillReport;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
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

    /** A client of a plant in China, on a machine without fonts. */
    @Test
    void lettersThatNoFontHasAreQuestionMarksAndNamed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DrillPdf.write(named("压力机 ✓"), Locale.ENGLISH, Letters.NONE, out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            String text = text(document);
            assertTrue(text.contains("??? ?"), text);
            assertTrue(text.contains("a question mark stands in their place: U+2713, U+529B, U+538B, U+673A"), text);
        }
    }

    @Test
    void lettersThatOnlyTheMachineHasAreDrawnAndCanBeSearched() throws IOException {
        // More than one font of a document can have.
        String letters = IntStream.range(0x4E00, 0x4E00 + 300).mapToObj(Character::toString)
                .collect(Collectors.joining());
        Letters.Outline block = new Letters.Outline(600, new double[] {50, 0, 550, 700},
                "50 0 m 550 0 l 550 700 l 50 700 l h\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream without = new ByteArrayOutputStream();
        DrillPdf.write(named("<" + letters + ">"), Locale.ENGLISH, _ -> Optional.of(block), out);
        DrillPdf.write(named("<>"), Locale.ENGLISH, Letters.NONE, without);
        try (PDDocument document = Loader.loadPDF(out.toByteArray());
             PDDocument empty = Loader.loadPDF(without.toByteArray())) {
            String text = text(document).replace(" ", "");
            assertTrue(text.contains("<" + letters + ">"), text);
            assertFalse(text.contains("questionmark"), text);
            assertTrue(ink(document) > ink(empty) + 10 * letters.length(), "nothing is drawn for them");
        }
    }

    private static DrillReport named(String device) {
        DrillReport sample = SampleReport.report();
        return new DrillReport(sample.broker(), device, sample.begun(), sample.took(), 3, sample.cases(),
                sample.program());
    }

    /** Dark spots on the first page. */
    private static long ink(PDDocument document) throws IOException {
        BufferedImage page = new PDFRenderer(document).renderImage(0);
        return IntStream.range(0, page.getHeight()).mapToLong(y -> IntStream.range(0, page.getWidth())
                .filter(x -> (page.getRGB(x, y) & 0xFF) < 128).count()).sum();
    }
}
