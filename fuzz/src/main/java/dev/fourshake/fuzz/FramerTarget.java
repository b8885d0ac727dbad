package dev.fourshake.fuzz;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Framer;
import java.util.ArrayList;
import java.util.List;

/** However a direction is split, the framer tells the same packets, and all of the bytes. */
public final class FramerTarget {

    private static final class Told implements Framer.Sink {

        private final List<Bytes> packets = new ArrayList<>();
        private final StringBuilder opaque = new StringBuilder();
        private int length;

        @Override
        public void packet(Bytes raw) {
            packets.add(raw);
            length += raw.length();
        }

        @Override
        public void opaque(Bytes raw) {
            opaque.append(raw.hex());
            length += raw.length();
        }
    }

    private FramerTarget() {
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Input input = new Input(data);
        boolean trusted = (input.next() & 1) == 1;
        int[] sizes = {1 + input.next(), 1 + input.next() % 8, 1};
        Bytes stream = input.rest();
        Told whole = tell(stream, trusted, stream.length() + 1);
        Promise.hold(whole.length == stream.length(), "every byte is told once");
        for (int size : sizes) {
            Told split = tell(stream, trusted, size);
            Promise.hold(split.packets.equals(whole.packets), "the same packets in pieces of " + size);
            Promise.hold(split.opaque.toString().contentEquals(whole.opaque), "the same opaque bytes");
        }
    }

    private static Told tell(Bytes stream, boolean trusted, int size) {
        Framer framer = new Framer();
        if (trusted) {
            framer.trust();
        }
        Told told = new Told();
        for (int at = 0; at < stream.length(); at += size) {
            framer.feed(stream.slice(at, Math.min(size, stream.length() - at)), told);
        }
        framer.end(told);
        return told;
    }
}
