package dev.fourshake.model.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.diagram.Part.Role;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelFitTest {

    private static final List<Part> PARTS = List.of(new Part(Role.TYPE, "PUBLISH"), new Part(Role.ID, "#12"),
            new Part(Role.QOS, "QoS 2"), new Part(Role.TOPIC, "plant/press-4/temperature"),
            new Part(Role.TIME, "+1.2 ms"));

    private static String fit(int width) {
        return LabelFit.fit(PARTS, width, 1, part -> part.text().length()).stream().map(Part::text)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "60, PUBLISH #12 QoS 2 plant/press-4/temperature +1.2 ms",
        "40, PUBLISH #12 QoS 2 plant/p…rature +1.2 ms",
        "34, PUBLISH #12 QoS 2 plan…ure +1.2 ms",
        "31, PUBLISH #12 Q2 plan…ure +1.2 ms",
        "27, PUBLISH #12 plant/p…erature",
        "12, PUBLISH #12", "8, PUBLISH", "5, ''"
    })
    void whatMattersLeastGoesFirst(int width, String expected) {
        assertEquals(expected, fit(width));
    }

    @Property
    void neverWiderThanItsPlace(@ForAll @IntRange(max = 70) int width) {
        assertTrue(fit(width).length() <= width);
    }

    @Property
    void aShortenedTextIsNoLongerThanAllowedAndWhole(@ForAll String text, @ForAll @IntRange(max = 40) int limit) {
        String shorter = Elide.middle(text, limit);
        assertTrue(shorter.length() <= limit || shorter.equals(text) && text.length() <= limit);
        assertTrue(text.length() > limit || shorter.equals(text));
    }
}
