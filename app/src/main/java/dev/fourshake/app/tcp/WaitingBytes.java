package dev.fourshake.app.tcp;

/** What waits in the backlogs of all connections together. */
final class WaitingBytes {

    private static final long MOST = 64L << 20;

    private long weight;

    void change(long by) {
        weight += by;
    }

    boolean isTooMuch() {
        return weight > MOST;
    }
}
