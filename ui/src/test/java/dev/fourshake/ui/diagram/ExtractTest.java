package dev.fourshake.ui.diagram;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.diagram.ShownRows;
import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.diagram.paint.Ink;
import dev.fourshake.model.diagram.paint.Palette;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.workbench.theme.ThemeChoice;
import dev.fourshake.ui.workbench.theme.Themes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class ExtractTest {

    private static final Wording ENGLISH = new Wording(Locale.ENGLISH, ZoneOffset.UTC);

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aPictureIsMadeOfTilesWithoutASeam() throws Exception {
        TraceSnapshot trace = Traces.busy(2, 300, 0).snapshot();
        Extract extract = new Extract(trace, ShownRows.all(trace.rowCount()));
        WritableImage image = WaitForAsyncUtils.waitForAsyncFx(30_000,
                () -> extract.picture(Palette.DARK, ENGLISH, 1.5));
        assertEquals((46 + trace.rowCount() * 26 + 12) * 1.5, image.getHeight(), 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DiagramPicture.writePng(image, out);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertEquals((int) image.getHeight(), read.getHeight());
        assertEquals(Palette.DARK.rgb(Ink.CANVAS), read.getRGB(2, read.getHeight() - 3) & 0xFFFFFF);
        // The broker's lifeline goes through all tiles.
        for (int y = 200; y < read.getHeight() - 40; y += 700) {
            int lane = 0;
            for (int x = 0; x < read.getWidth(); x++) {
                lane += (read.getRGB(x, y) & 0xFFFFFF) == Palette.DARK.rgb(Ink.LANE) ? 1 : 0;
            }
            assertTrue(lane >= 2, "no lifeline at " + y);
        }
    }

    @Test
    void aPictureThatIsTooLargeIsRefusedInASentence() {
        TraceSnapshot trace = Traces.busy(2, 20_000, 0).snapshot();
        Extract extract = new Extract(trace, ShownRows.all(trace.rowCount()));
        String refusal = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> assertThrows(IllegalArgumentException.class,
                () -> extract.picture(Palette.DARK, ENGLISH, 2)).getMessage());
        assertTrue(refusal.startsWith("A picture of these 20,"), refusal);
    }

    @Test
    void textAndSvgHoldJustTheRowsAskedFor() {
        TraceSnapshot trace = Traces.showcase();
        Extract extract = new Extract(trace, ShownRows.of(12, 14, 16, 17));
        assertEquals(4, extract.text().lines().filter(line -> line.contains("#1")).count());
        assertTrue(extract.svg(Palette.LIGHT, ENGLISH).contains("packets 13 to 18"));
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = {"LIGHT", "DARK"})
    void aDocumentHasTheColoursOfTheWindow(ThemeChoice choice) {
        Palette window = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            Themes themes = new Themes();
            themes.choiceProperty().set(choice);
            return ThemePalette.of(themes.colors());
        });
        Palette document = choice == ThemeChoice.DARK ? Palette.DARK : Palette.LIGHT;
        assertAll(Arrays.stream(Ink.values()).map(ink -> () -> assertEquals(hex(window.rgb(ink)),
                hex(document.rgb(ink)), () -> ink + " of the style sheet is another one in Palette." + choice)));
    }

    private static String hex(int rgb) {
        return String.format("#%06x", rgb);
    }
}
