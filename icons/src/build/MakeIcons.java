import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Makes from each drawing what the platforms want: PNGs for windows and Linux, an .ico for Windows, an .icns for macOS.
 * The build runs this file as it stands: {@code java --class-path jsvg.jar MakeIcons.java TARGET DRAWING...}.
 */
final class MakeIcons {

    private static final List<Integer> PNG_SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
    private static final List<Integer> ICO_SIZES = List.of(16, 24, 32, 48, 64, 256);
    /** Apple's names for PNG pictures by their size, and those of screens with two pixels to the point. */
    private static final Map<String, Integer> ICNS_TYPES = new LinkedHashMap<>();

    static {
        ICNS_TYPES.put("icp4", 16);
        ICNS_TYPES.put("icp5", 32);
        ICNS_TYPES.put("ic07", 128);
        ICNS_TYPES.put("ic08", 256);
        ICNS_TYPES.put("ic09", 512);
        ICNS_TYPES.put("ic10", 1024);
        ICNS_TYPES.put("ic11", 32);
        ICNS_TYPES.put("ic12", 64);
        ICNS_TYPES.put("ic13", 256);
        ICNS_TYPES.put("ic14", 512);
    }

    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path target = Files.createDirectories(Path.of(args[0]));
        for (String arg : List.of(args).subList(1, args.length)) {
            Path drawing = Path.of(arg);
            String name = drawing.getFileName().toString().replace(".svg", "");
            SVGDocument svg = new SVGLoader().load(drawing.toUri().toURL());
            if (svg == null) {
                throw new IOException(drawing + " is no SVG that can be drawn");
            }
            for (int size : PNG_SIZES) {
                Files.write(target.resolve(name + "-" + size + ".png"), png(svg, size));
            }
            Files.write(target.resolve(name + ".ico"), ico(svg));
            Files.write(target.resolve(name + ".icns"), icns(svg));
        }
    }

    private static byte[] png(SVGDocument svg, int size) throws IOException {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        svg.render(null, graphics, new ViewBox(size, size));
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** A directory of 16 bytes a picture, then the pictures, as PNGs (read since Windows Vista). */
    private static byte[] ico(SVGDocument svg) throws IOException {
        var pictures = new ByteArrayOutputStream();
        int start = 6 + 16 * ICO_SIZES.size();
        ByteBuffer directory = ByteBuffer.allocate(start).order(ByteOrder.LITTLE_ENDIAN);
        directory.putShort((short) 0).putShort((short) 1).putShort((short) ICO_SIZES.size());
        for (int size : ICO_SIZES) {
            byte[] png = png(svg, size);
            byte side = (byte) size; // 256 is written as 0
            directory.put(side).put(side).put((byte) 0).put((byte) 0)
                    .putShort((short) 1).putShort((short) 32)
                    .putInt(png.length).putInt(start + pictures.size());
            pictures.writeBytes(png);
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes(directory.array());
        pictures.writeTo(file);
        return file.toByteArray();
    }

    /**
     * "icns" and the length of the whole, then for each picture its type, its length with these 8 bytes, and its PNG.
     */
    private static byte[] icns(SVGDocument svg) throws IOException {
        var pictures = new ByteArrayOutputStream();
        var out = new DataOutputStream(pictures);
        for (Map.Entry<String, Integer> type : ICNS_TYPES.entrySet()) {
            byte[] png = png(svg, type.getValue());
            out.writeBytes(type.getKey());
            out.writeInt(8 + png.length);
            out.write(png);
        }
        var file = new ByteArrayOutputStream();
        var head = new DataOutputStream(file);
        head.writeBytes("icns");
        head.writeInt(8 + pictures.size());
        pictures.writeTo(head);
        return file.toByteArray();
    }
}
