package dev.fourshake.app.capture;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.Subprotocols;
import dev.fourshake.model.wire.WireEvent;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Any wire events, likely ones and unlikely ones. */
final class WireEvents {

    private static final Arbitrary<Integer> LINK = Arbitraries.integers().between(1, WireEventCodec.MAX_LINK);
    private static final Arbitrary<Long> TIME =
            Arbitraries.oneOf(Arbitraries.longs().between(0, 1L << 61), Arbitraries.longs());
    private static final Arbitrary<Direction> DIRECTION = Arbitraries.of(Direction.class);
    private static final Arbitrary<Frame.Fate> FATE = Arbitraries.of(Frame.Fate.class);
    private static final Arbitrary<Boolean> FLAG = Arbitraries.of(true, false);
    private static final Arbitrary<String> TEXT =
            Arbitraries.strings().withCharRange('\u0020', '\u07FF').ofMaxLength(30);
    private static final Arbitrary<Bytes> RAW =
            Arbitraries.bytes().array(byte[].class).ofMaxSize(300).map(Bytes::of);

    private WireEvents() {
    }

    static Arbitrary<List<WireEvent>> lists() {
        return one().list().ofMinSize(1).ofMaxSize(60);
    }

    private static Arbitrary<WireEvent> one() {
        Arbitrary<Long> holdId = Arbitraries.oneOf(Arbitraries.just(0L), Arbitraries.longs());
        Arbitrary<WireEvent> frame =
                Combinators.combine(LINK, TIME, DIRECTION, RAW, FLAG, FATE, holdId, FLAG).as(Frame::new);
        Arbitrary<WireEvent> released =
                Combinators.combine(LINK, TIME, DIRECTION, Arbitraries.longs(), FATE).as(FrameReleased::new);
        Arbitrary<WireEvent> opened = Combinators.combine(LINK, TIME, TEXT, TEXT, FLAG, FLAG,
                Combinators.combine(TEXT, TEXT).as(Subprotocols::new).optional()).as(LinkOpened::new);
        Arbitrary<WireEvent> ended = Combinators.combine(LINK, TIME, Arbitraries.of(LinkEnded.Party.class),
                Arbitraries.of(LinkEnded.Ending.class), TEXT).as(LinkEnded::new);
        Arbitrary<WireEvent> missed = Combinators.combine(LINK, TIME, DIRECTION, Arbitraries.longs(),
                Arbitraries.longs().greaterOrEqual(-1)).as(FramesMissed::new);
        return Arbitraries.frequencyOf(Tuple.of(6, frame), Tuple.of(1, released),
                Tuple.of(1, opened), Tuple.of(1, ended), Tuple.of(1, missed));
    }
}
