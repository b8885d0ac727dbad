package dev.fourshake.model.session;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The exchange that last used each Packet Identifier of one direction of a session. The two directions have
 * identifiers of their own (MQTT 5.0 section 2.2.1). Pages of 64, made when they are needed. Writer's thread only.
 */
public final class PacketIdTable {

    /** No exchange. */
    public static final int NONE = -1;

    private static final int PAGE_BITS = 6;
    private static final int PAGE = 1 << PAGE_BITS;

    private int[][] pages = new int[4][];

    /** The exchange that last used {@code packetId} (1 to 65,535), or {@link #NONE}. */
    public int get(int packetId) {
        int page = packetId >> PAGE_BITS;
        return page < pages.length && pages[page] != null ? pages[page][packetId & PAGE - 1] : NONE;
    }

    public void put(int packetId, int exchange) {
        int page = packetId >> PAGE_BITS;
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length * 2));
        }
        if (pages[page] == null) {
            pages[page] = new int[PAGE];
            Arrays.fill(pages[page], NONE);
        }
        pages[page][packetId & PAGE - 1] = exchange;
    }

    /** Tells {@code visitor} of each exchange that stands in the table. */
    public void forEach(IntConsumer visitor) {
        for (int[] page : pages) {
            if (page != null) {
                for (int exchange : page) {
                    if (exchange != NONE) {
                        visitor.accept(exchange);
                    }
                }
            }
        }
    }
}
