package dev.fourshake.model.dissect;

import dev.fourshake.model.wire.Bytes;

/** Well-formed UTF-8 as Unicode defines it: no overlong form, no surrogate, nothing above U+10FFFF (RFC 3629). */
final class Utf8 {

    private Utf8() {
    }

    /** The first ill-formed byte of a range, or -1 if the whole range is well formed. */
    static int illFormedAt(Bytes bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int length = bytes.at(at) < 0x80 ? 1 : sequenceLength(bytes, at, to);
            if (length == 0) {
                return at;
            }
            at += length;
        }
        return -1;
    }

    /** The first zero byte of a range, or -1: in well-formed UTF-8, the character U+0000. */
    static int nullAt(Bytes bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes.at(at) == 0) {
                return at;
            }
        }
        return -1;
    }

    /** Whether a range is all ASCII without U+0000: then there is nothing more to look at. */
    static boolean isPlainAscii(Bytes bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            int value = bytes.at(at);
            if (value == 0 || value >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** How many bytes from an ill-formed one on belong together: it, and the continuation bytes meant for it. */
    static int illFormedLength(Bytes bytes, int at, int to) {
        int wanted = bytes.at(at) >= 0xF0 ? 4 : bytes.at(at) >= 0xE0 ? 3 : bytes.at(at) >= 0xC0 ? 2 : 1;
        int length = 1;
        while (length < wanted && at + length < to && isContinuation(bytes.at(at + length))) {
            length++;
        }
        return length;
    }

    /** Length of a sequence of several bytes (Unicode 15, table 3-7); 0 where it is ill-formed. */
    private static int sequenceLength(Bytes bytes, int at, int to) {
        int lead = bytes.at(at);
        int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > to) {
            return 0;
        }
        int second = bytes.at(at + 1);
        boolean good = switch (lead) {
            case 0xE0 -> second >= 0xA0 && second < 0xC0;
            case 0xED -> second >= 0x80 && second < 0xA0;
            case 0xF0 -> second >= 0x90 && second < 0xC0;
            case 0xF4 -> second >= 0x80 && second < 0x90;
            default -> isContinuation(second);
        };
        for (int i = 2; i < length; i++) {
            good &= isContinuation(bytes.at(at + i));
        }
        return good ? length : 0;
    }

    private static boolean isContinuation(int value) {
        return (value & 0xC0) == 0x80;
    }
}
