package dev.fourshake.ui.view;

import dev.fourshake.model.packet.Property;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextArea;

/** User Properties as they are typed in: {@code name=value}, one a line. */
public final class UserProperties {

    private UserProperties() {
    }

    /**
     * The properties that were typed into {@code field}; empty lines are passed over.
     *
     * @throws FormMistake if a line has no {@code =}; names the line
     */
    public static List<Property> parse(TextArea field) throws FormMistake {
        List<Property> all = new ArrayList<>();
        List<String> lines = field.getText().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int equals = line.indexOf('=');
            if (equals >= 0) {
                all.add(Property.user(line.substring(0, equals), line.substring(equals + 1)));
            } else if (!line.isBlank()) {
                throw new FormMistake(FormMistake.TEXTS.get("mistake.user", i + 1), field);
            }
        }
        return all;
    }
}
