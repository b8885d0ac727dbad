package dev.fourshake.app.payload.format;

import dev.fourshake.model.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * What was compressed, unpacked up to a limit.
 *
 * @param isCut  whether there was more
 * @param behind how many bytes follow it that do not belong to it
 * @param fault  what stopped the unpacking, in the words of the library
 */
record Inflating(Bytes bytes, boolean isCut, int behind, Optional<String> fault) {

    static boolean isGzip(Bytes payload) {
        return Look.startsWith(payload, 0, "1f8b08");
    }

    /** CMF and FLG of RFC 1950, with no preset dictionary. */
    static boolean isZlib(Bytes payload) {
        return payload.length() > 2 && (payload.at(0) & 0x0F) == 8 && payload.at(0) >> 4 <= 7
                && payload.uint16(0) % 31 == 0 && (payload.at(1) & 0x20) == 0;
    }

    static Inflating gzip(Bytes payload, int most) {
        return read(DeflateInput.gzip(payload.toArray()), most);
    }

    static Inflating zlib(Bytes payload, int most) {
        return read(DeflateInput.zlib(payload.toArray()), most);
    }

    private static Inflating read(DeflateInput packed, int most) {
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        try (DeflateInput in = packed) {
            for (int count = in.read(part); count >= 0; count = in.read(part)) {
                int taken = Math.min(count, most - unpacked.size());
                unpacked.write(part, 0, taken);
                if (taken < count) {
                    return new Inflating(Bytes.of(unpacked.toByteArray()), true, 0, Optional.empty());
                }
            }
            return new Inflating(Bytes.of(unpacked.toByteArray()), false, in.behind(), Optional.empty());
        } catch (IOException broken) {
            return new Inflating(Bytes.of(unpacked.toByteArray()), false, 0, Optional.of(Words.told(broken)));
        }
    }
}
