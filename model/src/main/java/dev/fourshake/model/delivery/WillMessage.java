package dev.fourshake.model.delivery;

import dev.fourshake.model.session.LinkState;
import java.util.Optional;

/** The Will of a CONNECT, and what became of its connection. Writer's thread only. */
public final class WillMessage {

    /** Has not happened. */
    public static final long NEVER = Long.MIN_VALUE;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final int exchange;
    private final int session;
    private final LinkState link;
    private final int topic;
    private final long content;
    private final long properties;
    private final int row;
    private final long connectNanos;
    private final long delaySeconds;
    private long dueNanos = NEVER;
    private long sentNanos = NEVER;
    private boolean replaced;
    private int leftRow = -1;
    private long endedNanos = NEVER;
    private int endedRow = -1;
    private int returnedRow = -1;
    private long leftNanos = NEVER;
    private long returnedNanos = NEVER;
    private WillMessage before;

    /** @param row of the CONNECT, as {@code exchange} and {@code link} are its own */
    WillMessage(int exchange, int session, LinkState link, int topic, long content, long properties, int row,
                long connectNanos, long delaySeconds) {
        this.exchange = exchange;
        this.session = session;
        this.link = link;
        this.topic = topic;
        this.content = content;
        this.properties = properties;
        this.row = row;
        this.connectNanos = connectNanos;
        this.delaySeconds = delaySeconds;
    }

    /** The Will before it of the same session, which the client's return has made void. */
    void follows(WillMessage earlier) {
        earlier.before = null;
        before = earlier;
    }

    /** The client has said good-bye, and so the Will is void (MQTT 5.0 section 3.14.4). */
    void left(int row, long timeNanos) {
        leftRow = row;
        leftNanos = timeNanos;
    }

    /** @param sessionSeconds for how long the session goes on: with it at the latest the Will is due */
    void ended(int row, long timeNanos, long sessionSeconds) {
        if (endedNanos == NEVER) {
            endedRow = row;
            endedNanos = timeNanos;
            dueNanos = timeNanos + Math.min(delaySeconds, sessionSeconds) * NANOS_PER_SECOND;
        }
    }

    /** The client has connected again, with another Will or with none. */
    void replaced() {
        replaced = true;
    }

    boolean isReplaced() {
        return replaced;
    }

    /** The broker has sent a message with its topic and content, whoever published that. */
    void sent(long timeNanos) {
        sentNanos = timeNanos;
    }

    /** The client is back, and goes on with its session. */
    void returned(int row, long timeNanos) {
        if (returnedNanos == NEVER) {
            returnedRow = row;
            returnedNanos = timeNanos;
        }
    }

    /**
     * A Will that looks like this one, of the connection before: void, as the client was back before it was due. Empty
     * where there is none.
     */
    public Optional<WillMessage> voidTwin() {
        return Optional.ofNullable(before).filter(earlier -> earlier.topic == topic && earlier.content == content
                && earlier.returnedNanos != NEVER && earlier.returnedNanos < earlier.dueNanos);
    }

    /** Exchange of the CONNECT. */
    public int exchange() {
        return exchange;
    }

    public int session() {
        return session;
    }

    /** The connection that it is the Will of. */
    public LinkState link() {
        return link;
    }

    int topic() {
        return topic;
    }

    long content() {
        return content;
    }

    /** The {@link Forwarded} ones of the Will. */
    long properties() {
        return properties;
    }

    /** Row of the CONNECT. */
    public int row() {
        return row;
    }

    /** Will Delay Interval. */
    public long delaySeconds() {
        return delaySeconds;
    }

    /** Time of the CONNECT. */
    public long connectNanos() {
        return connectNanos;
    }

    /** When it is to be published, or {@link #NEVER} while its connection lasts. */
    public long dueNanos() {
        return dueNanos;
    }

    /** When the broker last sent a message with its topic and content, or {@link #NEVER}. */
    long sentNanos() {
        return sentNanos;
    }

    /** Row of the DISCONNECT that made it void; -1 where there was none. */
    public int leftRow() {
        return leftRow;
    }

    /** Time of the DISCONNECT that made it void, or {@link #NEVER}. */
    public long leftNanos() {
        return leftNanos;
    }

    /** Row at which the connection ended; -1 while it lasts. */
    public int endedRow() {
        return endedRow;
    }

    /** When the connection ended, or {@link #NEVER}. */
    public long endedNanos() {
        return endedNanos;
    }

    /** Row of the CONNECT by which the client went on with its session; -1 where there is none. */
    public int returnedRow() {
        return returnedRow;
    }

    /** When the client went on with its session, or {@link #NEVER}. */
    public long returnedNanos() {
        return returnedNanos;
    }
}
