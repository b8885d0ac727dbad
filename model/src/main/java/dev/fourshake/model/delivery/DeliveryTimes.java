package dev.fourshake.model.delivery;

/**
 * How long messages took through the broker, counted in buckets whose width is at most a 64th of their value: memory
 * is bounded, and a quantile is at most 1.6 % too small. Writer's thread only.
 */
final class DeliveryTimes {

    private static final int PARTS_BITS = 6;
    private static final int PARTS = 1 << PARTS_BITS;

    private final long[] buckets = new long[(Long.SIZE - PARTS_BITS) * PARTS];
    private long count;
    private long longest;

    void add(long nanos) {
        if (nanos >= 0) {
            buckets[bucket(nanos)]++;
            count++;
            longest = Math.max(longest, nanos);
        }
    }

    private static int bucket(long nanos) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(nanos);
        int shift = Math.max(0, bits - PARTS_BITS - 1);
        return (shift << PARTS_BITS) + (int) (nanos >>> shift);
    }

    /** The smallest time of a bucket. */
    private static long nanos(int bucket) {
        int shift = Math.max(0, (bucket >> PARTS_BITS) - 1);
        return (long) (bucket - (shift << PARTS_BITS)) << shift;
    }

    long count() {
        return count;
    }

    long longest() {
        return longest;
    }

    /** The time that a share of all did not exceed; 0 where there are none. */
    long quantile(double share) {
        long wanted = (long) Math.ceil(share * count);
        long seen = 0;
        for (int bucket = 0; bucket < buckets.length; bucket++) {
            seen += buckets[bucket];
            if (seen >= wanted && seen > 0) {
                return nanos(bucket);
            }
        }
        return 0;
    }
}
