package dev.fourshake.app.payload.format;

import dev.fourshake.model.wire.Bytes;
import java.util.Optional;

/** What a picture says of itself before its pixels. */
record ImageHeader(String type, int width, int height) {

    private static final String PNG = "89504e470d0a1a0a";
    private static final String JPEG = "ffd8ff";
    private static final String GIF = "47494638";
    private static final String BMP = "424d";
    private static final int BMP_HEADER = 26;

    static boolean isKnown(Bytes payload) {
        return Look.startsWith(payload, 0, PNG) || Look.startsWith(payload, 0, JPEG) || isGif(payload)
                || isBmp(payload);
    }

    private static boolean isGif(Bytes payload) {
        return Look.startsWith(payload, 0, GIF + "3761") || Look.startsWith(payload, 0, GIF + "3961");
    }

    /** Two letters are no signature: the lengths in the header have to be sound as well. */
    private static boolean isBmp(Bytes payload) {
        return payload.length() >= BMP_HEADER && Look.startsWith(payload, 0, BMP)
                && little32(payload, 2) == payload.length() && little32(payload, 10) < payload.length();
    }

    static Optional<ImageHeader> read(Bytes payload) {
        if (Look.startsWith(payload, 0, PNG) && payload.length() >= 24) {
            return Optional.of(new ImageHeader("PNG", int31(payload.uint32(16)), int31(payload.uint32(20))));
        }
        if (isGif(payload) && payload.length() >= 10) {
            return Optional.of(new ImageHeader("GIF", little16(payload, 6), little16(payload, 8)));
        }
        if (isBmp(payload)) {
            return Optional.of(new ImageHeader("BMP", Math.abs(little32(payload, 18)),
                    Math.abs(little32(payload, 22))));
        }
        return Look.startsWith(payload, 0, JPEG) ? jpeg(payload) : Optional.empty();
    }

    /** The first frame header (ITU-T T.81, B.2.2), found from segment to segment. */
    private static Optional<ImageHeader> jpeg(Bytes payload) {
        int at = 2;
        while (at + 9 <= payload.length() && payload.at(at) == 0xFF) {
            int marker = payload.at(at + 1);
            boolean isFrame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (isFrame) {
                return Optional.of(new ImageHeader("JPEG", payload.uint16(at + 7), payload.uint16(at + 5)));
            }
            at += marker == 0xFF ? 1 : 2 + payload.uint16(at + 2);
        }
        return Optional.empty();
    }

    private static int int31(long value) {
        return (int) Math.min(value, Integer.MAX_VALUE);
    }

    private static int little16(Bytes payload, int at) {
        return payload.at(at) | payload.at(at + 1) << 8;
    }

    private static int little32(Bytes payload, int at) {
        return little16(payload, at) | little16(payload, at + 2) << 16;
    }
}
