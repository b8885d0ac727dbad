package dev.fourshake.ui.view.payload;

import dev.fourshake.app.payload.Rendering;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes pictures whose size was looked at. By ImageIO, which decodes the first picture only: JavaFX would unpack
 * every frame of an animation.
 */
final class Pixels {

    private Pixels() {
    }

    /** Empty if the picture is broken. Not for the JavaFX thread. */
    static Optional<Image> decode(Rendering.Image encoded) {
        try {
            BufferedImage decoded = ImageIO.read(new MemoryCacheImageInputStream(
                    new ByteArrayInputStream(encoded.bytes().toArray())));
            if (decoded == null) {
                return Optional.empty();
            }
            int width = decoded.getWidth();
            int height = decoded.getHeight();
            WritableImage image = new WritableImage(width, height);
            for (int y = 0; y < height; y++) {
                image.getPixelWriter().setPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(),
                        decoded.getRGB(0, y, width, 1, null, 0, width), 0, width);
            }
            return Optional.of(image);
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }
}
