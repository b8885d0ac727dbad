package dev.fourshake.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.data.UserData;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.app.tap.hold.Reaction.Cut;
import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.filter.Language;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldPlansTest {

    private static final Set<Direction> BOTH = Set.of(Direction.values());

    @TempDir
    Path directory;

    private HoldPlans plans() {
        return new HoldPlans(directory.resolve("breakpoints.json"));
    }

    private static BreakpointPlan plan(Filter<Subject> filter, int hit, Reaction reaction) {
        return new BreakpointPlan(true, Set.of(PacketType.PUBLISH, PacketType.PUBREL),
                Set.of(Direction.CLIENT_TO_SERVER), "press-4", filter, hit, reaction);
    }

    private static Filter<Subject> filter(String text) {
        return ((Filter.Good<Subject>) Filter.parse(Language.PACKETS, text, ZoneOffset.UTC)).filter();
    }

    private static HoldPlan hold(List<BreakpointPlan> breakpoints) {
        return new HoldPlan(breakpoints, true, Set.of(PacketType.PUBACK), BOTH, Optional.of(Duration.ofSeconds(7)));
    }

    @Test
    void whatWasSetUpIsThereAtTheNextStart() {
        List<Reaction> reactions = List.of(new Reaction.Hold(), new Reaction.Drop(), new Reaction.Duplicate(),
                new Reaction.Delay(Duration.ofMillis(2_500)), new Cut(Cut.Moment.AFTER, Cut.Manner.FIN),
                new Reaction.Answer(Bytes.ofHex("5003001197")), new Reaction.Acknowledge(PacketType.PUBREC, 0x97),
                new Reaction.Replace(Bytes.ofHex("c000")));
        HoldPlan plan = hold(reactions.stream().map(reaction -> plan(Filter.all(), 3, reaction)).toList());
        HoldPlans plans = plans();
        plans.put("press hall", plan);
        plans.save();
        assertEquals(Optional.of(plan), plans().of("press hall"));
        assertEquals(Optional.empty(), plans().of("another tap"));
        assertEquals(Optional.empty(), plans.problem());
    }

    /** Two windows on one folder: each knows only what the other had saved when it was opened. */
    @Test
    void whatAnotherProgramSetUpMeanwhileIsNotLost() {
        HoldPlan drop = hold(List.of(plan(Filter.all(), 0, new Reaction.Drop())));
        HoldPlan twice = hold(List.of(plan(Filter.all(), 0, new Reaction.Duplicate())));
        HoldPlans one = plans();
        HoldPlans other = plans();
        one.put("press hall", drop);
        one.save();
        other.put("cellar", twice);
        other.save();
        assertEquals(Optional.of(drop), plans().of("press hall"));
        assertEquals(Optional.of(twice), plans().of("cellar"));

        one.save();
        other.put("press hall", twice);
        other.save();
        one.rename("cellar", "attic");
        one.save();
        assertEquals(Optional.of(twice), plans().of("press hall"), "what was changed last, not what was known first");
        assertEquals(Optional.of(twice), plans().of("attic"));
        assertEquals(Optional.empty(), plans().of("cellar"), "it has another name now");
    }

    @Test
    void aTapOfAnotherNameKeepsWhatWasSetUpForIt() throws Exception {
        HoldPlan plan = hold(List.of(plan(Filter.all(), 0, new Reaction.Drop())));
        TapPlan tap = new TapPlan(TapOptions.to(HostPort.loopback(1883)).withName("press hall"), false);
        try (Workspace workspace = new Workspace(new UserData(directory))) {
            workspace.plans().save(tap);
            workspace.holdPlans().put("press hall", plan);
            TapPlan renamed = new TapPlan(tap.options().withName("hall 1"), false);
            assertEquals(0, workspace.changePlan(tap, renamed));
            assertEquals(List.of(renamed), workspace.plans().all());
            assertEquals(Optional.of(plan), workspace.holdPlans().of("hall 1"));
            assertEquals(Optional.empty(), workspace.holdPlans().of("press hall"));
            assertEquals(Optional.of(plan), plans().of("hall 1"), "on the disk");
            assertEquals(0, workspace.changePlan(renamed, renamed));
            assertEquals(Optional.of(plan), workspace.holdPlans().of("hall 1"), "the same name");
        }
    }

    @Test
    void underANameThatHasBreakpointsAlreadyNoneIsLostAndAllDoWhatTheyDid() throws Exception {
        BreakpointPlan own = plan(Filter.all(), 1, new Reaction.Drop());
        BreakpointPlan both = plan(Filter.all(), 2, new Reaction.Drop());
        BreakpointPlan other = plan(Filter.all(), 3, new Reaction.Drop());
        TapPlan tap = new TapPlan(TapOptions.to(HostPort.loopback(1883)).withName("press hall"), false);
        TapPlan renamed = new TapPlan(tap.options().withName("cellar"), false);
        try (Workspace workspace = new Workspace(new UserData(directory))) {
            workspace.plans().save(tap);
            workspace.holdPlans().put("press hall", hold(List.of(own, both)).skipAll(false));
            workspace.holdPlans().put("cellar", hold(List.of(both, other)).skipAll(false));
            assertEquals(1, workspace.changePlan(tap, renamed));
            assertEquals(Optional.of(hold(List.of(own, both, other)).skipAll(false)), plans().of("cellar"),
                    "on the disk");
            assertEquals(Optional.empty(), plans().of("press hall"));

            BreakpointPlan skipped = plan(Filter.all(), 4, new Reaction.Hold());
            workspace.holdPlans().put("attic", hold(List.of(other, skipped)));
            TapPlan again = new TapPlan(tap.options().withName("attic"), false);
            assertEquals(1, workspace.changePlan(renamed, again));
            assertEquals(Optional.of(hold(List.of(own, both, other, skipped.enabled(false))).skipAll(false)),
                    plans().of("attic"), "what was skipped would stop a device");
        }
    }

    @Test
    void aFilterIsKeptAsItWasWritten() {
        Filter<Subject> filter = filter("topic ~ a/+ and qos = 2");
        HoldPlans plans = plans();
        plans.put("t", hold(List.of(plan(filter, 0, new Reaction.Drop()))));
        plans.save();
        assertEquals("topic ~ a/+ and qos = 2",
                plans().of("t").orElseThrow().breakpoints().getFirst().filter().text());
    }

    @Test
    void theLinkThatAScriptNamesBecomesACondition() {
        Breakpoint scripted = Breakpoint.on(PacketType.PUBREL).onLink(3).where(filter("qos = 1 or qos = 2"));
        assertEquals("link = 3 and (qos = 1 or qos = 2)", BreakpointPlan.of(scripted).filter().text());
        assertEquals(Filter.all(), BreakpointPlan.of(Breakpoint.on(PacketType.PUBREL)).filter());
    }

    @Test
    void aBreakpointThatIsNoneIsLeftOutAndTheOthersStay() throws IOException {
        Files.writeString(directory.resolve("breakpoints.json"), """
                [{"tap": "t", "breakpoints": [
                  {"enabled": true, "types": ["PUBREL"], "hit": 2},
                  {"enabled": true, "types": ["NOTHING"]},
                  {"enabled": true, "types": ["PUBREL"], "filter": "topic ~"},
                  {"enabled": true, "types": ["PUBREL"], "filter": "severity >= warning"},
                  {"enabled": true, "types": ["PUBREL"], "then": {"kind": "delay", "seconds": -1}}]}]""");
        HoldPlan plan = plans().of("t").orElseThrow();
        assertEquals(List.of(new BreakpointPlan(true, Set.of(PacketType.PUBREL), BOTH, "", Filter.all(), 2,
                new Reaction.Hold())), plan.breakpoints());
        assertEquals(BOTH, plan.directions());
        assertFalse(plan.skipAll());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[null]", "[{\"tap\": \"t\", \"holdTypes\": [\"NOTHING\"]}]"})
    void aFileThatIsNotUnderstoodIsKeptAside(String text) throws IOException {
        Path file = directory.resolve("breakpoints.json");
        Files.writeString(file, text);
        HoldPlans plans = plans();
        assertTrue(plans.problem().isPresent());
        assertEquals(text, Files.readString(directory.resolve("breakpoints.json.bak")));
        assertEquals(Optional.empty(), plans.of("t"));
    }
}
