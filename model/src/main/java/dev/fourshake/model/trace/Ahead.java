package dev.fourshake.model.trace;

import dev.fourshake.model.dissect.Decoded;

/**
 * What {@link DecodedAhead} has found out of a run of events before they are judged: a place in it, at which it is
 * asked. In columns, so that what one thread hands to another lies together. Not for several threads at a time.
 */
public final class Ahead {

    /** Nothing is known of any event. */
    public static final Ahead NOTHING = new Ahead(0);

    final Decoded[] decoded;
    final byte[] firstBytes;
    final int[] topics;
    final long[] contents;
    private int at;

    Ahead(int size) {
        decoded = new Decoded[size];
        firstBytes = new byte[size];
        topics = new int[size];
        contents = new long[size];
    }

    /** Goes to the event with this index. */
    public Ahead at(int index) {
        at = index;
        return this;
    }

    /** What stands in it, in the version that its link seemed to have; null where all is left to the judge. */
    public Decoded decoded() {
        return at < decoded.length ? decoded[at] : null;
    }

    // ------------------------------------------------------------------ to be asked where something was decoded

    /** The first byte of what was decoded, 0 to 255. */
    int firstByte() {
        return firstBytes[at] & 0xFF;
    }

    /**
     * Number of the Topic Name of a PUBLISH: not the trace's own, but the same for the same name always; 0 where it is
     * left to the judge.
     */
    public int topic() {
        return topics[at];
    }

    /** Fingerprint of the payload of a PUBLISH. */
    long content() {
        return contents[at];
    }
}
