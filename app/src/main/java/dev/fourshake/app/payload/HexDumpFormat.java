package dev.fourshake.app.payload;

import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.util.HexFormat;

/** Any bytes as offset, hexadecimal digits and ASCII: also the last resort where nothing else can read a payload. */
public final class HexDumpFormat implements PayloadFormat {

    public static final String ID = "hex";

    private static final HexFormat HEX = HexFormat.of();
    private static final int LINE = 16;
    private static final int LINE_CHARS = 8 + 2 + LINE * 3 + 2 + LINE + 1;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Message name() {
        return Message.of(HexDumpFormat.class, "format.hex");
    }

    @Override
    public Likelihood likelihood(PayloadHints hints, Bytes payload) {
        return Likelihood.ANY_BYTES;
    }

    @Override
    public Rendering render(Bytes payload, PayloadContext context) {
        int most = Math.max(LINE, context.limits().characters() / LINE_CHARS * LINE);
        int shown = Math.min(payload.length(), most);
        StringBuilder text = new StringBuilder(shown / LINE * LINE_CHARS + LINE_CHARS);
        for (int start = 0; start < shown; start += LINE) {
            line(text, payload, start, Math.min(LINE, shown - start));
        }
        return Rendering.text(text.toString(), shown < payload.length());
    }

    private static void line(StringBuilder text, Bytes payload, int start, int count) {
        text.append(HEX.toHexDigits(start)).append(' ');
        for (int i = 0; i < LINE; i++) {
            text.append(i == LINE / 2 ? "  " : " ");
            text.append(i < count ? HEX.toHexDigits((byte) payload.at(start + i)) : "  ");
        }
        text.append("  ");
        for (int i = 0; i < count; i++) {
            int value = payload.at(start + i);
            text.append(value >= 0x20 && value < 0x7F ? (char) value : '.');
        }
        text.append('\n');
    }
}
