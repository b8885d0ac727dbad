package dev.fourshake.model.diagram;

import static dev.fourshake.model.diagram.Traffic.again;
import static dev.fourshake.model.diagram.Traffic.publish;
import static dev.fourshake.model.diagram.Traffic.pubcomp;
import static dev.fourshake.model.diagram.Traffic.pubrec;
import static dev.fourshake.model.diagram.Traffic.pubrel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkEnded.Ending;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageLayoutTest {

    private final Traffic traffic = new Traffic(ProtocolVersion.MQTT_5);

    private static Page whole(TraceSnapshot trace) {
        DiagramIndex index = new DiagramIndex();
        index.extend(trace);
        ShownRows rows = ShownRows.all(trace.rowCount());
        return PageLayout.page(trace, index, rows, LaneSet.all(index), 0, rows.size());
    }

    private static Mark.Arrow arrow(Page page, int index) {
        return (Mark.Arrow) page.marks().get(index);
    }

    private static List<String> names(Page page) {
        return page.heads().stream()
                .map(head -> head.lane().kind() == Lane.Kind.BROKER ? "*" : head.name()).toList();
    }

    @Test
    void publishersStandLeftOfTheBrokerAndSubscribersRight() {
        int publisher = traffic.connect("pub");
        int subscriber = traffic.connect("sub");
        int both = traffic.connect("both");
        traffic.connect("idle");
        traffic.subscribe(subscriber, 1, "#").up(publisher, publish(0, 0, "t")).up(both, publish(0, 0, "t"))
                .subscribe(both, 1, "x");
        assertEquals(List.of("idle", "both", "pub", "*", "sub"), names(whole(traffic.snapshot())));
    }

    @Test
    void aLaneThatIsDecidedNeverMoves() {
        int publisher = traffic.connect("pub");
        traffic.up(publisher, publish(0, 0, "t"));
        DiagramIndex index = new DiagramIndex();
        index.extend(traffic.snapshot());
        Lane before = index.lanes().getFirst();
        int other = traffic.connect("pub2");
        traffic.subscribe(publisher, 1, "x").up(other, publish(0, 0, "t"));
        index.extend(traffic.snapshot());
        assertTrue(index.lanes().contains(before), index.lanes()::toString);
    }

    @Test
    void aReconnectStaysOnItsLifeline() {
        int first = traffic.connect("pub");
        traffic.up(first, publish(2, 7, "t")).end(first, Ending.RESET);
        int second = traffic.open();
        traffic.up(second, traffic.connectPacket("pub", false));
        Page page = whole(traffic.snapshot());
        assertEquals(List.of("pub", "*"), names(page));
        assertEquals(List.of(new Head.Span(1, 4), new Head.Span(6, Bar.OPEN)), page.heads().getFirst().here());
    }

    @Test
    void aLinkThatSaysNothingHasNoLifeline() {
        int link = traffic.open();
        traffic.end(link, Ending.TLS_FAILED);
        Page page = whole(traffic.snapshot());
        assertEquals(List.of("*"), names(page));
        assertEquals(List.of(-1, -1), page.marks().stream().map(Mark::client).toList());
    }

    @Test
    void labelsSayWhatTheSpecificationCallsIt() {
        int link = traffic.connect("pub");
        traffic.deliver2(link, 7, "plant/press-4");
        Page page = whole(traffic.snapshot());
        assertEquals(new Label(PacketType.PUBLISH, 7, 2, false, false, "plant/press-4", 0, -1, "", Label.Flag.NONE, 24,
                -1), arrow(page, 3).label());
        assertEquals(500_000, arrow(page, 4).label().stepNanos());
        assertEquals(Label.Flag.CLEAN_START, arrow(page, 1).label().flag());
        assertEquals(0, arrow(page, 3).from());
        assertEquals(1, arrow(page, 3).to());
        assertEquals(1, arrow(page, 4).from());
    }

    @Test
    void barsSayWhoOwesAndWhoWaits() {
        int link = traffic.connect("pub");
        traffic.deliver2(link, 7, "t");
        Page page = whole(traffic.snapshot());
        assertEquals(List.of("3-4 waits", "4-5 owes", "5-6 waits"), bars(page, 0, arrow(page, 3).exchange()));
        assertEquals(List.of("3-4 owes", "4-5 waits", "5-6 owes"), bars(page, 1, arrow(page, 3).exchange()));
    }

    @Test
    void aBarThatIsNotFinishedReachesBeyondThePage() {
        int link = traffic.connect("pub");
        traffic.up(link, publish(1, 7, "t"));
        for (int i = 0; i < 100; i++) {
            traffic.up(link, publish(0, 0, "t"));
        }
        TraceSnapshot trace = traffic.snapshot();
        DiagramIndex index = new DiagramIndex();
        index.extend(trace);
        Page page = PageLayout.page(trace, index, ShownRows.all(trace.rowCount()), LaneSet.all(index), 50, 10);
        assertEquals(2, page.bars().size());
        assertTrue(page.bars().getFirst().isOpen());
        assertEquals(3, page.bars().getFirst().from());
        assertEquals(10, page.marks().size());
    }

    @Test
    void theBarsOfSimultaneousExchangesStandSideBySide() {
        int link = traffic.connect("pub");
        for (int id = 1; id <= 7; id++) {
            traffic.up(link, publish(1, id, "t"));
        }
        Page page = whole(traffic.snapshot());
        List<Bar> mine = page.bars().stream().filter(bar -> bar.lane() == 0 && bar.isOpen()).toList();
        assertEquals(List.of(0, 1, 2, 3, 4), mine.stream().map(Bar::slot).sorted().toList());
        assertEquals(3, mine.stream().filter(bar -> bar.slot() == 4).findFirst().orElseThrow().count());
    }

    @Test
    void aHeldPacketStandsAtTheTapUntilItIsReleased() {
        int link = traffic.connect("pub");
        traffic.up(link, publish(2, 7, "t")).down(link, pubrec(7));
        long hold = traffic.hold(link, Direction.CLIENT_TO_SERVER, pubrel(7));
        Page held = whole(traffic.snapshot());
        assertEquals(Course.HELD, arrow(held, 5).course());
        assertTrue(held.holds().getFirst().isOpen());
        traffic.pause(3_000_000_000L).release(link, Direction.CLIENT_TO_SERVER, hold, Frame.Fate.PASSED);
        Page page = whole(traffic.snapshot());
        Mark.Arrow released = arrow(page, 6);
        assertEquals(Course.RELEASED, released.course());
        assertEquals(PacketType.PUBREL, released.label().type());
        assertEquals(3_000_500_000L, released.label().stepNanos());
        assertEquals(6, page.holds().getFirst().to());
        assertEquals(3_000_500_000L, page.holds().getFirst().nanos(0));
        // The sender has moved on when the packet came to the tap, the receiver moves when it gets it.
        assertEquals(List.of("3-4 waits", "4-5 owes", "5- waits"), bars(page, 0, released.exchange()));
        assertEquals(List.of("3-4 owes", "4-6 waits", "6- owes"), bars(page, 1, released.exchange()));
    }

    @Test
    void aPacketThatIsHeldWhenItsLinkEndsIsLost() {
        int link = traffic.connect("pub");
        traffic.up(link, publish(2, 7, "t"));
        traffic.hold(link, Direction.SERVER_TO_CLIENT, pubrec(7));
        traffic.end(link, Ending.RESET);
        Page page = whole(traffic.snapshot());
        assertEquals(Course.CUT, arrow(page, 4).course());
        assertEquals(Alarm.LOST, arrow(page, 4).alarm());
        assertFalse(page.holds().getFirst().isOpen());
    }

    @Test
    void whatTheTapDidIsToldApart() {
        int link = traffic.connect("pub");
        Direction up = Direction.CLIENT_TO_SERVER;
        traffic.frame(link, up, publish(1, 7, "t"), Frame.Fate.DROPPED, 0)
                .frame(link, up, publish(1, 8, "t"), Frame.Fate.PASSED, 0)
                .frame(link, up, publish(1, 8, "t"), Frame.Fate.DUPLICATED, 0)
                .frame(link, up, pubrel(9), Frame.Fate.INJECTED, 0);
        long hold = traffic.hold(link, up, publish(0, 0, "t"));
        traffic.release(link, up, hold, Frame.Fate.DROPPED);
        Page page = whole(traffic.snapshot());
        assertEquals(List.of(Course.DROPPED, Course.PASSED, Course.DUPLICATED, Course.INJECTED, Course.HELD,
                        Course.DISCARDED),
                page.marks().stream().skip(3).map(mark -> ((Mark.Arrow) mark).course()).toList());
        assertEquals(Alarm.LOST, page.marks().get(3).alarm());
    }

    @Test
    void judgementsAndAlarmsOfWrongPackets() {
        int link = traffic.connect("pub");
        traffic.up(link, publish(2, 7, "t")).up(link, again(publish(2, 7, "t"))).down(link, pubcomp(9))
                .raw(link, Direction.CLIENT_TO_SERVER, "36 05 00 01 74 00 07");
        Page page = whole(traffic.snapshot());
        assertEquals(List.of(Judgement.REGULAR, Judgement.ILLEGAL, Judgement.ILLEGAL, Judgement.MALFORMED),
                page.marks().stream().skip(3).map(mark -> ((Mark.Arrow) mark).judgement()).toList());
        assertEquals(Alarm.ERROR, page.marks().get(6).alarm());
    }

    @Test
    void aFilterKeepsIndexesAndRowsApart() {
        int link = traffic.connect("pub");
        traffic.deliver2(link, 7, "t").deliver2(link, 8, "t");
        TraceSnapshot trace = traffic.snapshot();
        DiagramIndex index = new DiagramIndex();
        index.extend(trace);
        ShownRows rows = ShownRows.of(new int[] {7, 8, 10}, 3);
        Page page = PageLayout.page(trace, index, rows, LaneSet.of(trace, index, rows, 0, 3), 0, 10);
        assertEquals(List.of(0, 1, 2), page.marks().stream().map(Mark::index).toList());
        assertEquals(List.of(7, 8, 10), page.marks().stream().map(Mark::row).toList());
        assertEquals(2, page.bars().stream().mapToInt(Bar::to).max().orElseThrow());
    }

    @Test
    void aLongPauseIsSaid() {
        int link = traffic.connect("pub");
        traffic.pause(2_000_000_000L).up(link, publish(0, 0, "t"));
        assertEquals(List.of(new Page.Pause(3, 2_000_500_000L)), whole(traffic.snapshot()).pauses());
    }

    private static List<String> bars(Page page, int lane, int exchange) {
        return page.bars().stream().filter(bar -> bar.lane() == lane && bar.exchange() == exchange)
                .map(bar -> bar.from() + "-" + (bar.isOpen() ? "" : bar.to()) + (bar.owes() ? " owes" : " waits"))
                .toList();
    }
}
