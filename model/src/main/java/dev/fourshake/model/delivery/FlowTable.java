package dev.fourshake.model.delivery;

/**
 * The {@link Flow} of each subscriber and topic. Bounded: where there are too many, all are forgotten, and each begins
 * anew. A table of its own, because it is looked into for each message that a broker sends. Writer's thread only.
 */
final class FlowTable {

    private static final int MOST = 1 << 17;

    private long[] keys = new long[64];
    private Flow[] flows = new Flow[64];
    private int count;

    Flow get(int session, int topic) {
        long key = (long) session << 32 | topic;
        int at = place(key);
        if (flows[at] == null) {
            if (count == MOST) {
                clear();
            } else if (count * 2 >= flows.length) {
                grow();
            }
            at = place(key);
            keys[at] = key;
            flows[at] = new Flow();
            count++;
        }
        return flows[at];
    }

    private int place(long key) {
        long hash = key * 0x9E3779B97F4A7C15L;
        int at = (int) (hash >>> 32) & flows.length - 1;
        while (flows[at] != null && keys[at] != key) {
            at = at + 1 & flows.length - 1;
        }
        return at;
    }

    private void clear() {
        keys = new long[64];
        flows = new Flow[64];
        count = 0;
    }

    private void grow() {
        long[] oldKeys = keys;
        Flow[] oldFlows = flows;
        keys = new long[oldKeys.length * 2];
        flows = new Flow[oldFlows.length * 2];
        for (int i = 0; i < oldFlows.length; i++) {
            if (oldFlows[i] != null) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                flows[at] = oldFlows[i];
            }
        }
    }
}
