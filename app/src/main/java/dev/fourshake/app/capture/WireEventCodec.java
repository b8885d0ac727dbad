package dev.fourshake.app.capture;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.Frame.Fate;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkEnded.Ending;
import dev.fourshake.model.wire.LinkEnded.Party;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.Subprotocols;
import dev.fourshake.model.wire.WireEvent;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of one wire event. An event is a tag byte (three bits kind; of frames and releases one bit direction, one
 * bit opaque, three bits fate), the link, the nanoseconds since the event before it in the same block, and the fields
 * of its kind. {@code docs/capture-format.md} has the table. Events come back exactly as they were.
 */
final class WireEventCodec {

    private static final int FRAME = 0;
    /** A frame with a hold identifier. */
    private static final int HELD_FRAME = 1;
    private static final int RELEASED = 2;
    private static final int OPENED = 3;
    private static final int ENDED = 4;
    private static final int MISSED = 5;
    /** A frame in a text frame of a WebSocket, with a hold identifier. */
    private static final int TEXT_FRAME = 6;

    /** Of the block format that all programs read; {@link #WEB_SOCKET} knows what was agreed on for WebSockets, too. */
    static final int PLAIN = 1;
    static final int WEB_SOCKET = 2;

    /** More links than any trace holds; a hostile number must not take all memory. */
    static final int MAX_LINK = 1 << 24;

    // The place in these lists is the value in the file: only ever add at the end.
    private static final List<Direction> DIRECTIONS = List.of(Direction.CLIENT_TO_SERVER, Direction.SERVER_TO_CLIENT);
    private static final List<Fate> FATES =
            List.of(Fate.PASSED, Fate.HELD, Fate.DROPPED, Fate.DUPLICATED, Fate.INJECTED);
    private static final List<Party> PARTIES = List.of(Party.CLIENT, Party.BROKER, Party.TAP);
    private static final List<Ending> ENDINGS =
            List.of(Ending.HALF_CLOSED, Ending.CLOSED, Ending.RESET, Ending.UNREACHABLE, Ending.TLS_FAILED);

    private WireEventCodec() {
    }

    /** The first block format that can tell the event. */
    static int format(WireEvent event) {
        return switch (event) {
            case Frame frame -> frame.text() ? WEB_SOCKET : PLAIN;
            case LinkOpened opened -> opened.subprotocols().isPresent() ? WEB_SOCKET : PLAIN;
            case FrameReleased _, LinkEnded _, FramesMissed _ -> PLAIN;
        };
    }

    /** Appends all of the event but the raw bytes of a frame, which the caller puts behind it. */
    static void writeHead(ByteWriter out, WireEvent event, long timeBefore) {
        switch (event) {
            case Frame frame -> {
                int kind = frame.text() ? TEXT_FRAME : frame.holdId() == 0 ? FRAME : HELD_FRAME;
                start(out, tag(kind, frame.direction(), frame.opaque(), frame.fate()), frame, timeBefore);
                if (kind != FRAME) {
                    out.varint(frame.holdId());
                }
                out.varint(frame.raw().length());
            }
            case FrameReleased released -> {
                start(out, tag(RELEASED, released.direction(), false, released.fate()), released, timeBefore);
                out.varint(released.holdId());
            }
            case LinkOpened opened -> {
                start(out, OPENED | (opened.clientTls() ? 8 : 0) | (opened.brokerTls() ? 16 : 0)
                        | (opened.subprotocols().isPresent() ? 32 : 0), opened, timeBefore);
                out.text(opened.client());
                out.text(opened.broker());
                opened.subprotocols().ifPresent(agreed -> {
                    out.text(agreed.offered());
                    out.text(agreed.chosen());
                });
            }
            case LinkEnded ended -> {
                start(out, ENDED, ended, timeBefore);
                out.u8(PARTIES.indexOf(ended.by()));
                out.u8(ENDINGS.indexOf(ended.how()));
                out.text(ended.detail());
            }
            case FramesMissed missed -> {
                start(out, tag(MISSED, missed.direction(), false, Fate.PASSED), missed, timeBefore);
                out.signed(missed.bytes());
                out.signed(missed.frames());
            }
        }
    }

    static WireEvent read(ByteReader in, long timeBefore) throws BadBlockException {
        int tag = in.u8();
        long number = in.varint();
        if (number < 1 || number > MAX_LINK) {
            throw new BadBlockException("a link number is impossible");
        }
        int link = (int) number;
        long time = timeBefore + in.signed();
        return switch (tag & 7) {
            case FRAME -> frame(in, tag, link, time, 0);
            case HELD_FRAME -> frame(in, tag, link, time, in.varint());
            case RELEASED -> new FrameReleased(link, time, direction(tag), in.varint(), fate(tag));
            case TEXT_FRAME -> frame(in, tag, link, time, in.varint()).inText();
            case OPENED -> new LinkOpened(link, time, in.text(), in.text(), (tag & 8) != 0, (tag & 16) != 0,
                    (tag & 32) == 0 ? Optional.empty() : Optional.of(new Subprotocols(in.text(), in.text())));
            case ENDED -> new LinkEnded(link, time, pick(PARTIES, in.u8()), pick(ENDINGS, in.u8()), in.text());
            case MISSED -> new FramesMissed(link, time, direction(tag), in.signed(), in.signed());
            default -> throw new BadBlockException("an event is of unknown kind");
        };
    }

    private static Frame frame(ByteReader in, int tag, int link, long time, long holdId) throws BadBlockException {
        Bytes raw = in.bytes();
        return new Frame(link, time, direction(tag), raw, (tag & 16) != 0, fate(tag), holdId);
    }

    private static void start(ByteWriter out, int tag, WireEvent event, long timeBefore) {
        out.u8(tag);
        out.varint(event.link() & 0xFFFF_FFFFL);
        out.signed(event.timeNanos() - timeBefore);
    }

    private static int tag(int kind, Direction direction, boolean opaque, Fate fate) {
        return kind | DIRECTIONS.indexOf(direction) << 3 | (opaque ? 16 : 0) | FATES.indexOf(fate) << 5;
    }

    private static Direction direction(int tag) {
        return DIRECTIONS.get(tag >> 3 & 1);
    }

    private static Fate fate(int tag) throws BadBlockException {
        return pick(FATES, tag >> 5);
    }

    private static <T> T pick(List<T> values, int index) throws BadBlockException {
        if (index >= values.size()) {
            throw new BadBlockException("a value is unknown");
        }
        return values.get(index);
    }
}
