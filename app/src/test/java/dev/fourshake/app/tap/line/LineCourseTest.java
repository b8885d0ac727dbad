package dev.fourshake.app.tap.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.tap.line.LineCourse.Journey;
import dev.fourshake.app.tap.line.LineCourse.Outcome;
import dev.fourshake.model.wire.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class LineCourseTest {

    private static final Direction UP = Direction.CLIENT_TO_SERVER;
    private static final long MILLI = 1_000_000;
    private static final LineQuality RADIO = LineQuality.PERFECT.withLatency(Duration.ofMillis(200))
            .withJitter(Duration.ofMillis(50)).withCut(new Occasion.AtRandom(0.01)).withSeed(7);

    /** So far apart that no packet meets another one. */
    private static List<Long> delays(LineQuality quality, int link, Direction direction, LongUnaryOperator timeOf) {
        LineCourse course = new LineCourse(quality, link, direction);
        List<Long> delays = new ArrayList<>();
        for (long packet = 1; packet <= 1_000; packet++) {
            long time = timeOf.applyAsLong(packet);
            delays.add(course.next(time, 10).atNanos() - time);
        }
        return delays;
    }

    private static List<Outcome> outcomes(LineQuality quality, int link) {
        LineCourse course = new LineCourse(quality, link, UP);
        List<Outcome> outcomes = new ArrayList<>();
        for (int packet = 1; packet <= 10_000; packet++) {
            outcomes.add(course.next(0, packet).outcome());
        }
        return outcomes;
    }

    @Test
    void theSameSeedIsTheSameRunAtAnyTime() {
        List<Long> one = delays(RADIO, 3, UP, packet -> packet * 1_000 * MILLI);
        assertEquals(one, delays(RADIO, 3, UP, packet -> 5 + packet * packet * 1_000 * MILLI));
        assertEquals(outcomes(RADIO, 3), outcomes(RADIO, 3));
        assertTrue(outcomes(RADIO, 3).contains(Outcome.CUTS_THE_LINE));
    }

    @Test
    void otherSeedsLinksAndDirectionsAreOtherRuns() {
        LongUnaryOperator time = packet -> packet * 1_000 * MILLI;
        List<Long> one = delays(RADIO, 3, UP, time);
        assertNotEquals(one, delays(RADIO.withSeed(8), 3, UP, time));
        assertNotEquals(one, delays(RADIO, 4, UP, time));
        assertNotEquals(one, delays(RADIO, 3, UP.opposite(), time));
    }

    @Test
    void jitterIsWithinItsBoundsAndUsesThem() {
        List<Long> delays = delays(RADIO, 1, UP, packet -> packet * 1_000 * MILLI);
        assertTrue(delays.stream().allMatch(each -> each >= 150 * MILLI && each <= 250 * MILLI));
        assertTrue(delays.stream().anyMatch(each -> each < 155 * MILLI));
        assertTrue(delays.stream().anyMatch(each -> each > 245 * MILLI));
    }

    @Test
    void noJitterMakesAPacketArriveBeforeItWasSent() {
        LineQuality wild = LineQuality.PERFECT.withLatency(Duration.ofMillis(10)).withJitter(Duration.ofMillis(50));
        List<Long> delays = delays(wild, 1, UP, packet -> packet * 1_000 * MILLI);
        assertTrue(delays.stream().allMatch(each -> each >= 0 && each <= 60 * MILLI));
        assertTrue(delays.contains(0L));
    }

    @Test
    void theOrderIsAlwaysKept() {
        LineCourse course = new LineCourse(RADIO, 1, UP);
        long before = 0;
        for (int packet = 0; packet < 1_000; packet++) {
            long at = course.next(packet * MILLI, 10).atNanos();
            assertTrue(at >= before);
            before = at;
        }
    }

    @Test
    void packetsEnterASlowLineOneBehindTheOther() {
        LineCourse course = new LineCourse(LineQuality.PERFECT.withRate(9_600).withLatency(Duration.ofSeconds(1)), 1,
                UP);
        long second = 1_000 * MILLI;
        assertEquals(2 * second, course.next(0, 1_200).atNanos());
        assertEquals(3 * second, course.next(0, 1_200).atNanos());
        assertEquals(12 * second, course.next(10 * second, 1_200).atNanos());
    }

    @Test
    void whatBefallsEveryNthPacketBefallsNoOther() {
        List<Outcome> cut = outcomes(LineQuality.PERFECT.withCut(new Occasion.Every(500)), 1);
        assertEquals(20, cut.stream().filter(each -> each == Outcome.CUTS_THE_LINE).count());
        assertEquals(Outcome.CUTS_THE_LINE, cut.get(499));
        List<Outcome> halfOpen = outcomes(LineQuality.PERFECT.withHalfOpen(new Occasion.Every(3)), 1);
        assertEquals(List.of(Outcome.ARRIVES, Outcome.ARRIVES, Outcome.FINDS_NOBODY), halfOpen.subList(0, 3));
    }

    @Test
    void chanceStrikesAboutAsOftenAsItSays() {
        long struck = outcomes(LineQuality.PERFECT.withCut(new Occasion.AtRandom(0.05)), 1).stream()
                .filter(each -> each == Outcome.CUTS_THE_LINE).count();
        assertTrue(struck > 400 && struck < 600, () -> String.valueOf(struck));
    }

    @Test
    void aBlackHoleSwallowsAllThatComesAndEndsWithItsQuality() {
        LineQuality hole = LineQuality.PERFECT.withBlackHole(new Occasion.Every(3));
        LineCourse course = new LineCourse(hole, 1, UP);
        assertEquals(List.of(Outcome.ARRIVES, Outcome.ARRIVES, Outcome.VANISHES, Outcome.VANISHES, Outcome.VANISHES),
                List.of(1, 2, 3, 4, 5).stream().map(_ -> course.next(0, 1).outcome()).toList());
        assertEquals(Outcome.VANISHES, course.uncounted(0, 1).outcome());
        course.become(hole.withLatency(Duration.ofMillis(1)));
        assertTrue(course.isSwallowing());
        course.become(LineQuality.PERFECT);
        assertEquals(new Journey(Outcome.ARRIVES, 5), course.next(5, 1));
    }

    /** A ping of the tap's own depends on the time; what befalls the packets of the device must not. */
    @Test
    void whatIsNoPacketOfTheSenderIsNotCounted() {
        LineCourse course = new LineCourse(LineQuality.PERFECT.withCut(new Occasion.Every(2)), 1, UP);
        course.next(0, 1);
        course.uncounted(0, 2);
        assertEquals(Outcome.CUTS_THE_LINE, course.next(0, 1).outcome());
    }
}
