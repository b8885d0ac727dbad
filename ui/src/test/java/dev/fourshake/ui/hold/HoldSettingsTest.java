package dev.fourshake.ui.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.ui.diagram.Traces;
import dev.fourshake.ui.selection.Selection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HoldSettingsTest {

    private final Traces traces = new Traces();

    @Test
    void allDevicesAreHeldAtThePacketsOfAMessage() {
        assertEquals(List.of(Breakpoint.on(PacketType.PUBLISH, PacketType.PUBACK, PacketType.PUBREC, PacketType.PUBREL,
                PacketType.PUBCOMP)), HoldSettings.DEFAULT.breakpoints(TraceSnapshot.EMPTY));
        assertFalse(HoldSettings.ALL.contains(PacketType.PINGREQ) || HoldSettings.ALL.contains(PacketType.PINGRESP));
    }

    @Test
    void withoutTypesNothingIsHeldAndOneDirectionIsAlwaysLeft() {
        HoldSettings one = HoldSettings.DEFAULT.types(Set.of(PacketType.PUBREL));
        assertEquals(List.of(), one.toggle(PacketType.PUBREL).breakpoints(TraceSnapshot.EMPTY));
        assertEquals(one, one.toggle(PacketType.PUBREL).toggle(PacketType.PUBREL));
        HoldSettings up = one.toggle(Direction.SERVER_TO_CLIENT);
        assertEquals(Set.of(Direction.CLIENT_TO_SERVER), up.directions());
        assertEquals(up, up.toggle(Direction.CLIENT_TO_SERVER));
    }

    @Test
    void oneClientIsHeldOverItsReconnects() {
        int link = traces.connect("press-4");
        traces.connect("line-monitor");
        TraceSnapshot trace = traces.snapshot();
        Scope press = Scope.of(new Selection.Link(link), trace).orElseThrow();
        assertEquals("press-4", press.name(trace));
        HoldSettings settings = HoldSettings.DEFAULT.scope(press);
        Breakpoint set = settings.breakpoints(trace).getFirst();
        assertEquals("press-4", set.client());
        assertEquals(OptionalInt.empty(), set.link(), "by whatever link it comes");
        traces.trace.append(new LinkEnded(link, trace.timeNanos(trace.rowCount() - 1), LinkEnded.Party.CLIENT,
                LinkEnded.Ending.CLOSED, ""));
        assertEquals(List.of(set), settings.breakpoints(traces.snapshot()), "it is away, and may come again");
    }

    @Test
    void whatIsSelectedIsAboutAClient() {
        int link = traces.connect("press-4");
        TraceSnapshot trace = traces.snapshot();
        Optional<Scope> press = Optional.of(new Scope.OneClient(0));
        assertEquals(press, Scope.of(new Selection.Row(1), trace));
        assertEquals(press, Scope.of(new Selection.ByteRange(2, 0, 1), trace));
        assertEquals(press, Scope.of(new Selection.Exchange(0), trace));
        assertEquals(press, Scope.of(new Selection.Session(0), trace));
        assertEquals(Optional.of(new Scope.OneLink(link)), Scope.of(new Selection.Row(0), trace), "before CONNECT");
        assertEquals(Optional.empty(), Scope.of(new Selection.Topic("a"), trace));
        assertEquals(Optional.empty(), Scope.of(null, trace));
        assertTrue(Scope.of(new Selection.Row(99), trace).isEmpty());
    }
}
