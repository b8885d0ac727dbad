package dev.fourshake.app.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenersTest {

    private final List<String> told = new ArrayList<>();
    private final Listeners listeners = new Listeners();

    @Test
    void oneThatFailsHarmsNeitherTheOthersNorWhoTells() {
        listeners.add(() -> told.add("first"));
        listeners.add(() -> {
            throw new IllegalStateException("on purpose");
        });
        listeners.add(() -> told.add("last"));
        listeners.tell();
        assertEquals(List.of("first", "last"), told);
    }

    @Test
    void oneMayLeaveWhileAllAreTold() {
        Runnable leaving = new Runnable() {
            @Override
            public void run() {
                told.add("leaving");
                listeners.remove(this);
            }
        };
        listeners.add(leaving);
        listeners.add(() -> told.add("staying"));
        listeners.tell();
        listeners.tell();
        assertEquals(List.of("leaving", "staying", "staying"), told);
    }
}
