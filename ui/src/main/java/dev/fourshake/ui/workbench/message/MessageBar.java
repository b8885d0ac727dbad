package dev.fourshake.ui.workbench.message;

import dev.fourshake.ui.workbench.StandardCommands;
import dev.fourshake.ui.workbench.Texts;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows the newest messages above the views, one bar each; older ones come back when these are closed. */
public final class MessageBar extends VBox {

    private static final int VISIBLE = 3;
    private static final KeyCombination ESCAPE = new KeyCodeCombination(KeyCode.ESCAPE);
    private static final Texts TEXT = Texts.ofWorkbench();

    private final Messages messages;

    public MessageBar(Messages messages) {
        this.messages = messages;
        getStyleClass().add("message-bars");
        messages.open().addListener((ListChangeListener<Message>) _ -> update());
        update();
    }

    private void update() {
        List<Message> open = messages.open();
        List<Message> newest = open.subList(Math.max(0, open.size() - VISIBLE), open.size()).reversed();
        getChildren().setAll(newest.stream().map(this::bar).toList());
        setVisible(!open.isEmpty());
        setManaged(!open.isEmpty());
    }

    private Node bar(Message message) {
        String severity = message.severity().name().toLowerCase(Locale.ROOT);
        Label text = new Label(message.text(), new FontIcon(switch (message.severity()) {
            case INFO -> Feather.INFO;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case ERROR -> Feather.ALERT_OCTAGON;
        }));
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setAccessibleText(TEXT.get("message." + severity, message.text()));
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox bar = new HBox(text);
        bar.setAccessibleRole(AccessibleRole.PARENT);
        bar.getStyleClass().addAll("message-bar", severity);
        for (Message.Action action : message.actions()) {
            Hyperlink link = new Hyperlink(action.label());
            link.setOnAction(_ -> {
                messages.close(message);
                action.action().run();
            });
            bar.getChildren().add(link);
        }
        if (!message.details().isEmpty()) {
            Hyperlink copy = new Hyperlink(TEXT.get("message.copy"));
            copy.setOnAction(_ -> Clipboard.getSystemClipboard()
                    .setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, message.text() + "\n\n" + message.details())));
            bar.getChildren().add(copy);
        }
        Button close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().add("command-button");
        close.setAccessibleText(TEXT.get("message.close"));
        close.setTooltip(new Tooltip(TEXT.get("message.close") + " (" + (message == messages.open().getLast()
                ? StandardCommands.CLOSE_MESSAGE.keyText() : ESCAPE.getDisplayText()) + ")"));
        close.setOnAction(_ -> messages.close(message));
        bar.getChildren().add(close);
        bar.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (ESCAPE.match(event)) {
                messages.close(message);
                // Whoever is in the bar goes on there.
                getChildren().stream().findFirst().ifPresent(next -> next.lookup(".command-button").requestFocus());
                event.consume();
            }
        });
        return bar;
    }
}
