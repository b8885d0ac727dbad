package dev.fourshake.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a form says comes from its bundle, the specification's names too. */
class FormTextsTest {

    private static final Pattern WRITTEN_OUT = Pattern.compile("\\b(?:text|accessibleText)=\"[^%\"][^\"]*[A-Za-z]");

    @Test
    void noFormHasATextOfItsOwn() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            List<Path> forms = files.filter(file -> file.toString().endsWith(".fxml")).toList();
            assertFalse(forms.isEmpty());
            for (Path form : forms) {
                Files.readString(form).lines().filter(line -> WRITTEN_OUT.matcher(line).find())
                        .forEach(line -> found.add(form.getFileName() + ": " + line.strip()));
            }
        }
        assertEquals(List.of(), found);
    }
}
