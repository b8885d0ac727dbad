package dev.fourshake.ui.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.drill.report.Letters;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class MachineLettersTest {

    private final Letters letters = ServiceLoader.load(Letters.class).findFirst().orElseThrow();

    @Test
    void aDocumentFindsTheLettersOfTheMachine() {
        assertInstanceOf(MachineLetters.class, letters);
        Letters.Outline letter = letters.outline('H').orElseThrow();
        assertTrue(letter.width() > 300 && letter.width() < 1_500, letter::toString);
        assertTrue(letter.box()[1] > -100 && letter.box()[3] > 500 && letter.box()[3] < 1_200, "stands on its line");
        assertTrue(letter.path().matches("(?s)([-.0-9]+ [-.0-9]+ m\n(([-.0-9]+ )+[lc]\n)+h\n)+"), letter.path());
    }

    @Test
    void whatNoFontCanHaveIsNotThere() {
        assertEquals(Optional.empty(), letters.outline(0x10FFFF));
    }
}
