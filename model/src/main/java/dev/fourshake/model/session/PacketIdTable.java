package dev.fourshake.model.session;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The exchange that last used each Packet Identifier of one direction of a session. The two directions have
 * identifiers of their own (MQTT 5.0 section 2.2.1). Pages of 64, made when they are needed; as senders count upwards,
 * the page that was used last is at hand. Writer's thread only.
 */
public final class PacketIdTable {

    /** No exchange. */
    public static final int NONE = -1;

    private static final int PAGE_BITS = 6;
    private static final int PAGE = 1 << PAGE_BITS;

    private int[][] pages = new int[4][];
    private int lastNumber = NONE;
    private int[] lastPage;

    /** The exchange that last used {@code packetId} (1 to 65,535), or {@link #NONE}. */
    public int get(int packetId) {
        int[] page = page(packetId >> PAGE_BITS);
        return page == null ? NONE : page[packetId & PAGE - 1];
    }

    private int[] page(int number) {
        if (number != lastNumber) {
            if (number >= pages.length || pages[number] == null) {
                return null;
            }
            lastPage = pages[number];
            lastNumber = number;
        }
        return lastPage;
    }

    /** From now on the Packet Identifier is that of this exchange. */
    public void put(int packetId, int exchange) {
        int number = packetId >> PAGE_BITS;
        int[] page = page(number);
        (page == null ? added(number) : page)[packetId & PAGE - 1] = exchange;
    }

    private int[] added(int number) {
        if (number >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(number + 1, pages.length * 2));
        }
        pages[number] = new int[PAGE];
        Arrays.fill(pages[number], NONE);
        return pages[number];
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
