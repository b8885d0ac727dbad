package dev.fourshake.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.ui.workbench.TestViews.TextPart;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.layout.Layout;
import dev.fourshake.ui.workbench.layout.LayoutText;
import dev.fourshake.ui.workbench.message.Message;
import dev.fourshake.ui.workbench.theme.ThemeChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** The workbench from the outside: mouse, keys and what is seen. */
class WorkbenchTest extends WindowTest {

    private Layout layout() {
        return on(() -> workbench.dock().layout());
    }

    /** A key takes its time to arrive on a real window system. */
    private void activeIs(String view) {
        await().until(() -> view.equals(on(() -> workbench.dock().activeView().getValue())));
    }

    private TextPart part(String id) {
        return TestViews.parts.get(id);
    }

    @Test
    void onlyViewsThatAreSeenAreMade() {
        assertEquals(List.of("content", "shown"), part("sequence").calls);
        assertEquals(List.of(), part("captures").calls);
        robot.clickOn(tab("Captures"));
        assertEquals(List.of("content", "shown"), part("captures").calls);
        robot.clickOn(tab("Connections"));
        assertEquals(List.of("content", "shown", "hidden"), part("captures").calls);
        close();
        assertEquals("dispose", part("captures").calls.getLast());
        assertEquals(List.of(), part("publish").calls, "never seen, never made");
    }

    @Test
    void clickingATabMovesTheFocusIntoItsView() {
        robot.clickOn(tab("Exchange"));
        robot.write("abc");
        assertEquals("abc", part("exchange").text.getText());
        activeIs("exchange");
    }

    @Test
    void aViewThatIsClosedComesBackWhereItWas() {
        Layout before = layout();
        robot.clickOn(tab("Packet"));
        robot.push(KeyCode.CONTROL, KeyCode.W);
        assertFalse(isOpen("packet"));
        robot.interact(() -> workbench.showView("packet"));
        assertTrue(isOpen("packet"));
        assertEquals(before.views().toList(), layout().views().toList());
        assertTrue(LayoutText.write(layout()).contains("{*packet} {*exchange}"), LayoutText.write(layout()));
    }

    @Test
    void allViewsCanBeClosedAndThePerspectiveReset() {
        Layout before = layout();
        for (String view : before.views().toList()) {
            robot.interact(() -> workbench.dock().close(view));
        }
        assertTrue(robot.lookup(".dock-empty").query().isVisible());
        robot.clickOn("Window").clickOn("Reset Perspective");
        assertEquals(before.views().toList(), layout().views().toList());
        assertFalse(robot.lookup(".dock-empty").query().isVisible());
    }

    @Test
    void everythingIsFoundAgainAfterARestart() {
        robot.clickOn(tab("Captures"));
        robot.clickOn(tab("Exchange"));
        robot.write("kept");
        robot.interact(() -> {
            workbench.dock().close("problems");
            workbench.showView("publish");
            workbench.dock().detach("packet");
            workbench.themes().choiceProperty().set(ThemeChoice.DARK);
        });
        robot.interact(() -> {
            stage.setX(60);
            stage.setY(40);
            stage.setWidth(1000);
            stage.setHeight(700);
        });
        on(() -> null);
        Layout before = layout();
        restart();
        assertEquals(LayoutText.write(before), LayoutText.write(layout()));
        assertEquals(List.of(60.0, 40.0, 1000.0, 700.0),
                on(() -> List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())));
        assertEquals("kept", part("exchange").text.getText());
        assertTrue(on(() -> workbench.themes().colors().dark()));
        assertTrue(on(() -> workbench.dock().isDetached("packet")));
        restart();
        assertEquals(before, layout());
    }

    @Test
    void changesAreSavedSoonForTheProgramMayBeKilled() {
        robot.interact(() -> workbench.dock().close("problems"));
        untilSaved("place.problems=");
        robot.interact(() -> workbench.themes().choiceProperty().set(ThemeChoice.DARK));
        untilSaved("theme=DARK");
        robot.interact(() -> workbench.dock().detach("packet"));
        Stage window = (Stage) on(() -> TestViews.parts.get("packet").text.getScene().getWindow());
        for (int x : new int[] {210, 220, 230}) {
            robot.interact(() -> window.setX(x));
            untilSaved("float(" + x + ".0 ");
        }
        for (int width : new int[] {1030, 1020, 1010}) {
            robot.interact(() -> stage.setWidth(width));
            untilSaved(" " + width + ".0 ");
        }
    }

    private void untilSaved(String text) {
        Path file = folder.resolve("workbench.properties");
        await().until(() -> Files.exists(file) && Files.readString(file).contains(text));
    }

    @Test
    void aCorruptStateIsKeptAsideAndSaid() throws Exception {
        Layout initial = layout();
        close();
        Files.writeString(folder.resolve("workbench.properties"), "format=1\nlayout.trace=nonsense");
        open();
        assertEquals(initial.views().toList(), layout().views().toList());
        assertTrue(Files.exists(folder.resolve("workbench.properties.bak")));
        assertTrue(on(() -> workbench.statusLine().messageProperty().get()).contains("workbench.properties.bak"));
    }

    @Test
    void aViewIsMaximizedByDoubleClickAndBack() {
        Layout before = layout();
        robot.doubleClickOn(tab("Packet"));
        assertEquals("packet", layout().maximized());
        await().until(() -> part("sequence").calls.getLast().equals("hidden"));
        restart();
        assertEquals("packet", layout().maximized());
        robot.push(KeyCode.CONTROL, KeyCode.M);
        assertEquals(before, layout());
        await().until(() -> part("sequence").calls.getLast().equals("shown"));
    }

    @Test
    void theLastViewOfAMaximizedGroupCanBeClosed() {
        robot.doubleClickOn(tab("Packet"));
        robot.push(KeyCode.CONTROL, KeyCode.W);
        assertFalse(isOpen("packet"));
        await().until(() -> part("sequence").calls.getLast().equals("shown"));
        assertTrue(tab("Exchange").isVisible());
    }

    @Test
    void f6GoesRoundAllViewsThatAreSeen() {
        robot.clickOn(tab("Sequence"));
        List<String> seen = on(() -> workbench.dock().seen());
        for (int i = 0; i < seen.size(); i++) {
            robot.push(KeyCode.F6);
        }
        activeIs("sequence");
        robot.push(KeyCode.F6);
        await().until(() -> !"sequence".equals(on(() -> workbench.dock().activeView().getValue())));
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        activeIs("sequence");
    }

    @Test
    void tabsOfAGroupHaveKeysToo() {
        activate("Sequence", "sequence");
        robot.push(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        activeIs("packets");
        robot.push(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        activeIs("sequence");
    }

    /** The first view that is made may take so long that the window system takes the key for one that is held down. */
    @Test
    void aTabKeyThatRepeatsItselfGoesOneTabOn() {
        activate("Sequence", "sequence");
        Scene scene = on(() -> workbench.window().getScene());
        robot.interact(() -> {
            for (int i = 0; i < 2; i++) {
                Event.fireEvent(scene.getRoot(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.PAGE_DOWN, false,
                        true, false, false));
            }
        });
        assertEquals("packets", on(() -> workbench.dock().activeView().getValue()));
    }

    @Test
    void whenTheActiveViewIsClosedTheOneBeforeItIsNext() {
        activate("Problems", "problems");
        activate("Exchange", "exchange");
        robot.push(KeyCode.CONTROL, KeyCode.W);
        activeIs("problems");
        robot.write("on");
        assertEquals("on", part("problems").text.getText());
    }

    /** JavaFX hands the focus to whatever comes first when its owner has gone and a frame is drawn. */
    @Test
    void whereTheFocusIsHandedToMeanwhileIsNotNext() {
        activate("Problems", "problems");
        activate("Exchange", "exchange");
        robot.interact(() -> {
            workbench.dock().close("exchange");
            part("sequence").text.requestFocus();
        });
        activeIs("problems");
        robot.write("on");
        assertEquals("on", part("problems").text.getText());
    }

    /** A key repeats itself on a slow machine too, where nobody holds it down. */
    @Test
    void aKeyThatIsHeldDownClosesOneView() {
        activate("Problems", "problems");
        activate("Exchange", "exchange");
        Scene scene = on(() -> workbench.window().getScene());
        robot.interact(() -> {
            for (int i = 0; i < 3; i++) {
                Event.fireEvent(scene.getRoot(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.W, false, true,
                        false, false));
            }
        });
        assertEquals("problems", on(() -> workbench.dock().activeView().getValue()));
        robot.interact(() -> Event.fireEvent(scene.getRoot(), new KeyEvent(KeyEvent.KEY_RELEASED, "", "", KeyCode.W,
                false, true, false, false)));
    }

    /** A click makes a view the active one when its focus has arrived. */
    private void activate(String title, String id) {
        robot.clickOn(tab(title));
        await().until(() -> id.equals(on(() -> workbench.dock().activeView().getValue())));
    }

    @Test
    void quickAccessFindsAViewByAFewLetters() {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        robot.write("publ");
        robot.push(KeyCode.ENTER);
        await().until(() -> isOpen("publish"));
    }

    @Test
    void aDetachedViewReturnsToItsPlace() {
        Layout before = layout();
        robot.clickOn(tab("Packet"));
        robot.interact(() -> workbench.commands().execute(StandardCommands.DETACH_VIEW));
        assertTrue(on(() -> workbench.dock().isDetached("packet")));
        assertEquals(1, layout().floating().size());
        robot.interact(() -> workbench.commands().execute(StandardCommands.DETACH_VIEW));
        assertFalse(on(() -> workbench.dock().isDetached("packet")));
        assertEquals(before.views().toList(), layout().views().toList());
        assertEquals(0, layout().floating().size());
    }

    @Test
    void theKeysOfCommandsDoNotTakeLettersFromText() {
        robot.clickOn(tab("Packet"));
        robot.write("x y");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertEquals("x y", on(() -> ((TextInputControl) stage.getScene().getFocusOwner()).getSelectedText()));
    }

    @Test
    void aFailureIsASentenceWithDetailsToCopy() {
        robot.interact(() -> workbench.commands().execute(TestViews.FAIL));
        Labeled sentence = robot.lookup(".message-bar > .label").query();
        assertTrue(sentence.getText().startsWith("Fail failed: Port 1883"), sentence.getText());
        robot.clickOn("Copy Details");
        String copied = on(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.contains("IllegalStateException"), copied);
        robot.clickOn(".message-bar .command-button");
        assertTrue(robot.lookup(".message-bar").tryQuery().isEmpty());
    }

    @Test
    void aKeyClosesTheNewestMessageAndEscTheOneThatHasTheFocus() {
        robot.interact(() -> List.of("one", "two", "three").forEach(text ->
                workbench.messages().show(Message.warning(text))));
        robot.clickOn(tab("Packets"));
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.SHIFT, KeyCode.ESCAPE);
        await().until(() -> messages().equals(List.of("one", "two")));
        robot.interact(() -> robot.lookup(".message-bar .command-button").queryAll().stream().skip(1).findFirst()
                .orElseThrow().requestFocus());
        robot.push(KeyCode.ESCAPE);
        await().until(() -> messages().equals(List.of("two")));
        robot.push(KeyCode.ESCAPE);
        await().until(() -> messages().isEmpty());
    }

    /** It takes Esc for itself, whatever is pressed with it. */
    @Test
    void theNewestMessageIsClosedFromATextFieldToo() {
        TextField field = on(TextField::new);
        robot.interact(() -> {
            workbench.statusLine().add(field);
            workbench.messages().show(Message.warning("one"));
            field.requestFocus();
        });
        robot.push(KeyCode.SHIFT, KeyCode.ESCAPE);
        await().until(() -> messages().isEmpty());
        assertTrue(on(field::isFocused), "typing goes on");
    }

    private List<String> messages() {
        return on(() -> workbench.messages().open().stream().map(Message::text).toList());
    }

    @Test
    void workThatTakesLongIsShownAndCanBeCancelled() {
        robot.interact(() -> workbench.commands().execute(TestViews.WORK));
        await().until(() -> robot.lookup(".job-progress .progress-bar").query().isVisible()
                && robot.lookup("Opening press-4.pcapng: 412,000 packets").tryQuery().isPresent());
        ProgressBar bar = robot.lookup(".job-progress .progress-bar").query();
        assertEquals(0.4, on(bar::getProgress));
        robot.clickOn(".job-progress .command-button");
        await().until(() -> on(() -> workbench.jobs().running().isEmpty()));
        assertFalse(robot.lookup(".job-progress").query().isVisible());
        assertTrue(robot.lookup(".message-bar").tryQuery().isEmpty(), "what the user asked for is no failure");
    }

    @Test
    void theThemeIsSwitchedWhileTheWindowIsOpen() {
        robot.interact(() -> workbench.commands().execute(StandardCommands.THEME_LIGHT));
        Color light = on(() -> (Color) workbench.statusLine().getBackground().getFills().getLast().getFill());
        robot.clickOn("Window").clickOn("Theme").clickOn("Dark");
        await().until(() -> on(() -> (Color) workbench.statusLine().getBackground().getFills().getLast().getFill())
                .getBrightness() < light.getBrightness() / 2);
        assertTrue(on(() -> workbench.themes().colors().dark()));
    }

    @Test
    void theToolbarOfTheSelectedViewStandsBesideItsTabs() {
        robot.clickOn(tab("Packets"));
        Node filter = robot.lookup("#packets-filter").query();
        assertTrue(filter.getStyleClass().contains("command-button"), "icons look alike, whoever made them");
        assertEquals(on(() -> tab("Packets").localToScene(0, 0).getY()),
                on(() -> filter.getParent().getParent().localToScene(0, 0).getY()));
        robot.clickOn(tab("Sequence"));
        assertTrue(robot.lookup("#packets-filter").tryQuery().isEmpty());
        Layout narrow = LayoutText.read("h(0.15)[{*packets} {*sequence}]");
        robot.interact(() -> workbench.dock().apply(narrow, narrow));
        await().until(() -> isBelow(filter, tab("Packets")));
    }

    private boolean isBelow(Node one, Node other) {
        return on(() -> one.localToScene(0, 0).getY() >= other.localToScene(other.getLayoutBounds()).getMaxY());
    }

    @Test
    void allKeysAreListedForTheUser() {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        TableView<Command> keys = robot.lookup("#keys").query();
        assertTrue(on(() -> keys.getItems().contains(StandardCommands.CLOSE_VIEW)));
        robot.clickOn("Close");
    }
}
