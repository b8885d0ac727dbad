package dev.fourshake.model.diagram;

/**
 * A stretch of a lifeline during which an exchange is in flight at that end.
 *
 * @param lane     position of the lifeline in the page
 * @param towards  the side of the lifeline on which it stands: -1 left, 1 right
 * @param slot     distance from the lifeline, from 0
 * @param exchange number of the exchange; of a crowd, of the first of them
 * @param from     index at which it begins; may be before the page
 * @param to       index at which it ends; may be after the page; {@link #OPEN} if it has not ended
 * @param owes     whether this end owes the next packet; else it waits for one
 * @param count    how many exchanges it stands for: more than one where the slots did not suffice
 */
public record Bar(int lane, int towards, int slot, int exchange, int from, int to, Family family, boolean owes,
                  int count) {

    /** The end of what has not ended. */
    public static final int OPEN = Integer.MAX_VALUE;

    public boolean isOpen() {
        return to == OPEN;
    }
}
