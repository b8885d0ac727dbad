package dev.fourshake.fuzz;

import dev.fourshake.model.wire.Bytes;
import java.util.Arrays;

/** The fuzzer's bytes, read from the front: choices first, what is left is material. Past the end all is 0. */
final class Input {

    private final byte[] data;
    private int position;

    Input(byte[] data) {
        this.data = data;
    }

    boolean isEmpty() {
        return position >= data.length;
    }

    int next() {
        return isEmpty() ? 0 : data[position++] & 0xFF;
    }

    <T> T choose(T[] values) {
        return values[next() % values.length];
    }

    Bytes take(int count) {
        int end = Math.min(data.length, position + count);
        Bytes taken = Bytes.of(Arrays.copyOfRange(data, Math.min(position, end), end));
        position = end;
        return taken;
    }

    Bytes rest() {
        return take(data.length);
    }
}
