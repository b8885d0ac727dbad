package dev.fourshake.ui.workbench.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private static final Command COPY = Command.of("edit.copy", "Copy").key("Ctrl+C");

    private final List<String> failures = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Commands commands = new Commands((command, failure) ->
            failures.add(command.id() + ": " + failure.getMessage()));

    @Test
    void withoutHandlerACommandIsDisabled() {
        commands.add(COPY);
        assertFalse(commands.enabled(COPY).getValue());
        assertFalse(commands.execute(COPY));
    }

    @Test
    void theHandlerOfTheActiveViewGoesBeforeThatOfTheWindow() {
        BooleanProperty packets = new SimpleBooleanProperty();
        BooleanProperty topics = new SimpleBooleanProperty();
        commands.handle(COPY, Handler.of(() -> done.add("packets")), packets);
        commands.handle(COPY, Handler.of(() -> done.add("window")));
        commands.handle(COPY, Handler.of(() -> done.add("topics")), topics);
        commands.execute(COPY);
        packets.set(true);
        commands.execute(COPY);
        packets.set(false);
        topics.set(true);
        commands.execute(COPY);
        topics.set(false);
        commands.execute(COPY);
        assertEquals(List.of("window", "packets", "topics", "window"), done);
    }

    @Test
    void enablementFollowsTheHandlerThatApplies() {
        BooleanProperty active = new SimpleBooleanProperty();
        BooleanProperty something = new SimpleBooleanProperty();
        List<Boolean> seen = new ArrayList<>();
        commands.handle(COPY, Handler.of(() -> { }, something), active);
        commands.enabled(COPY).subscribe(enabled -> seen.add(enabled));
        active.set(true);
        something.set(true);
        active.set(false);
        assertEquals(List.of(false, true, false), seen);
    }

    @Test
    void aHandlerThatIsTakenBackNoLongerApplies() {
        commands.handle(COPY, Handler.of(() -> done.add("window")));
        commands.handle(COPY, Handler.of(() -> done.add("dialog"))).unsubscribe();
        commands.execute(COPY);
        assertEquals(List.of("window"), done);
    }

    @Test
    void aFailingHandlerIsReportedAndNotThrown() {
        commands.handle(COPY, Handler.of(() -> {
            throw new IllegalStateException("no clipboard");
        }));
        assertTrue(commands.execute(COPY));
        assertEquals(List.of("edit.copy: no clipboard"), failures);
    }

    @Test
    void oneKeyMeansOneCommandAndOneNameToo() {
        commands.add(COPY);
        assertThrows(IllegalArgumentException.class, () -> commands.add(Command.of("other", "Other").key("Ctrl+C")));
        assertThrows(IllegalArgumentException.class, () -> commands.add(Command.of("edit.copy", "Again")));
    }

    @Test
    void aKeyThatNoKeyboardHasIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> COPY.key("Shortcut+Page_Down"));
        assertEquals("Ctrl+Page Down", COPY.key("Ctrl+Page Down").keyText());
    }

    @Test
    void aCheckedCommandShowsItsState() {
        BooleanProperty held = new SimpleBooleanProperty();
        Command hold = Command.of("run.hold", "Hold").check();
        commands.handle(hold, Handler.toggle(held));
        commands.execute(hold);
        assertTrue(held.get());
        assertTrue(commands.selected(hold).getValue());
    }
}
