package dev.fourshake.ui.workbench.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Switches the application between light and dark. The style sheet is the application's user agent sheet, so that
 * every window, dialog, popup and tooltip follows without knowing of it. For the JavaFX thread.
 */
public final class Themes {

    private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final ReadOnlyObjectWrapper<ThemeColors> colors = new ReadOnlyObjectWrapper<>();
    private final ThemeColors light = load(false);
    private final ThemeColors dark = load(true);

    /** Applies the system's theme at once. */
    public Themes() {
        choice.addListener((_, _, _) -> apply());
        Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> apply());
        apply();
    }

    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /** The colours of the theme that is on; changes together with it. Painters repaint when this changes. */
    public ReadOnlyObjectProperty<ThemeColors> colorsProperty() {
        return colors.getReadOnlyProperty();
    }

    public ThemeColors colors() {
        return colors.get();
    }

    private void apply() {
        boolean wantDark = switch (choice.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        ThemeColors wanted = wantDark ? dark : light;
        if (wanted != colors.get()) {
            Application.setUserAgentStylesheet(sheet(wantDark).toExternalForm());
            colors.set(wanted);
        }
    }

    private static ThemeColors load(boolean dark) {
        try (InputStream in = sheet(dark).openStream()) {
            return ThemeColors.parse(dark, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL sheet(boolean dark) {
        return Objects.requireNonNull(Themes.class.getResource(dark ? "dark.css" : "light.css"));
    }
}
