package dev.fourshake.icons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the build made of the drawings, read as the platforms read it. */
class IconsTest {

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32, 48, 64, 128, 256, 512})
    void pngsHaveTheirSize(int size) throws IOException {
        assertEquals(size, png(read("fourshake-" + size + ".png")).getWidth());
        assertEquals(size, png(read("capture-" + size + ".png")).getHeight());
    }

    /** The grid of the drawing holds: the middle of each of the four shafts is one pixel of an arrow's pure colour. */
    @ParameterizedTest
    @ValueSource(ints = {3, 6, 9, 12})
    void arrowsAreSharpAtSixteenPixels(int row) throws IOException {
        BufferedImage icon = png(read("fourshake-16.png"));
        int rightwards = 0xffffb545;
        int leftwards = 0xff5fd0e6;
        assertEquals(row % 2 == 1 ? rightwards : leftwards, icon.getRGB(7, row));
        assertNotEquals(rightwards, icon.getRGB(7, row + 1));
        assertNotEquals(leftwards, icon.getRGB(7, row + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fourshake", "capture"})
    void icoNamesPicturesOfTheSizesItSays(String name) throws IOException {
        ByteBuffer ico = ByteBuffer.wrap(read(name + ".ico")).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(1, ico.getShort(2));
        int count = ico.getShort(4);
        assertEquals(6, count);
        for (int i = 0; i < count; i++) {
            int entry = 6 + 16 * i;
            int side = Byte.toUnsignedInt(ico.get(entry));
            byte[] picture = new byte[ico.getInt(entry + 8)];
            ico.get(ico.getInt(entry + 12), picture);
            assertEquals(side == 0 ? 256 : side, png(picture).getWidth());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fourshake", "capture"})
    void icnsIsAChainOfPictures(String name) throws IOException {
        ByteBuffer icns = ByteBuffer.wrap(read(name + ".icns"));
        assertEquals(0x69636e73, icns.getInt());
        assertEquals(icns.capacity(), icns.getInt());
        Set<Integer> sizes = new HashSet<>();
        while (icns.hasRemaining()) {
            icns.getInt();
            byte[] picture = new byte[icns.getInt() - 8];
            icns.get(picture);
            sizes.add(png(picture).getWidth());
        }
        assertTrue(sizes.containsAll(Set.of(16, 32, 128, 256, 512, 1024)), sizes::toString);
    }

    private static BufferedImage png(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = IconsTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
