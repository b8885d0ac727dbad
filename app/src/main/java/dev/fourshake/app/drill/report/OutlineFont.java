package dev.fourshake.app.drill.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/**
 * Letters of a font of this machine, each as its outline, in a font of the document (Type 3, ISO 32000-1 section
 * 9.6.5): whatever kind of file the font is in, nothing of the file gets into the document, and the text can be
 * searched.
 */
final class OutlineFont extends PDType3Font {

    /** As many codes as one byte has, save the first. */
    private static final int MOST = 255;
    /** Units of an em. */
    private static final int EM = 1_000;

    private final PDDocument document;
    private final Map<Integer, Integer> codes = new LinkedHashMap<>();
    private final COSDictionary shapes = new COSDictionary();
    private final COSArray names = new COSArray();
    private final COSArray widths = new COSArray();

    private OutlineFont(PDDocument document, COSDictionary dictionary) throws IOException {
        super(dictionary);
        this.document = document;
        COSDictionary encoding = new COSDictionary();
        encoding.setItem(COSName.TYPE, COSName.ENCODING);
        names.add(COSInteger.ONE);
        encoding.setItem(COSName.DIFFERENCES, names);
        dictionary.setItem(COSName.CHAR_PROCS, shapes);
        dictionary.setItem(COSName.ENCODING, encoding);
        dictionary.setItem(COSName.WIDTHS, widths);
        dictionary.setItem(COSName.RESOURCES, new COSDictionary());
        dictionary.setInt(COSName.FIRST_CHAR, 1);
    }

    static OutlineFont in(PDDocument document) throws IOException {
        COSDictionary dictionary = new COSDictionary();
        dictionary.setItem(COSName.TYPE, COSName.FONT);
        dictionary.setItem(COSName.SUBTYPE, COSName.TYPE3);
        // What the letters need is said with each of them.
        dictionary.setItem(COSName.FONT_BBOX, numbers(0, 0, 0, 0));
        dictionary.setItem(COSName.FONT_MATRIX, numbers(1f / EM, 0, 0, 1f / EM, 0, 0));
        return new OutlineFont(document, dictionary);
    }

    private static COSArray numbers(float... numbers) {
        COSArray array = new COSArray();
        for (float number : numbers) {
            array.add(new COSFloat(number));
        }
        return array;
    }

    boolean isFull() {
        return codes.size() == MOST;
    }

    /** Takes up a letter. @return its width in ems */
    double add(int point, Letters.Outline letter) throws IOException {
        int code = codes.size() + 1;
        codes.put(point, code);
        COSName name = COSName.getPDFName("u" + Integer.toHexString(point));
        names.add(name);
        widths.add(new COSFloat((float) letter.width()));
        double[] box = letter.box();
        shapes.setItem(name, stream(String.format(Locale.ROOT, "%.1f 0 %.1f %.1f %.1f %.1f d1\n", letter.width(),
                box[0], box[1], box[2], box[3]) + letter.path() + "f"));
        getCOSObject().setInt(COSName.LAST_CHAR, code);
        return letter.width() / EM;
    }

    private COSStream stream(String text) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    @Override
    protected byte[] encode(int point) {
        return new byte[] {codes.get(point).byteValue()};
    }

    /** Says which letters its codes are; no more can be added. */
    void finish() throws IOException {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin 12 dict begin begincmap
                /CMapName /Letters def /CMapType 2 def
                1 begincodespacerange <00> <FF> endcodespacerange
                """);
        codes.forEach((point, code) -> map.append("1 beginbfchar <")
                .append(HexFormat.of().toHexDigits(code.byteValue()))
                .append("> <").append(HexFormat.of().formatHex(Character.toString(point)
                        .getBytes(StandardCharsets.UTF_16BE))).append("> endbfchar\n"));
        map.append("endcmap CMapName currentdict /CMap defineresource pop end end");
        getCOSObject().setItem(COSName.TO_UNICODE, stream(map.toString()));
    }
}
