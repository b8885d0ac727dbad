package dev.fourshake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TapTroubleTest {

    private final List<String> said = new ArrayList<>();
    private Optional<Message> problem = Optional.empty();
    private final TapTrouble trouble = new TapTrouble(() -> problem, said::add);

    @Test
    void whatStaysTheSameIsSaidOnceAndWhatComesAgainIsSaidAgain() {
        goesWrong("refused");
        trouble.say();
        trouble.note();
        trouble.say();
        assertEquals(List.of("refused[]"), said);
        mended();
        trouble.say();
        goesWrong("refused");
        trouble.say();
        assertEquals(List.of("refused[]", "refused[]"), said);
    }

    /** A device that tries again at once may get through before anybody has looked. */
    @Test
    void whatIsMendedBeforeItIsSaidIsSaidAllTheSame() {
        goesWrong("refused");
        mended();
        goesWrong("unknown");
        mended();
        trouble.say();
        assertEquals(List.of("refused[]", "unknown[]"), said);
    }

    private void goesWrong(String key) {
        problem = Optional.of(Message.of(TapTroubleTest.class, key));
        trouble.note();
    }

    private void mended() {
        problem = Optional.empty();
        trouble.note();
    }
}
