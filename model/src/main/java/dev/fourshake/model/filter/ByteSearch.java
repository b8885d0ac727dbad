package dev.fourshake.model.filter;

import dev.fourshake.model.wire.Bytes;

/** Looks for bytes in bytes. */
final class ByteSearch {

    private ByteSearch() {
    }

    static boolean contains(Bytes in, byte[] wanted) {
        int last = in.length() - wanted.length;
        for (int at = 0; at <= last; at++) {
            int same = 0;
            while (same < wanted.length && in.at(at + same) == (wanted[same] & 0xFF)) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
