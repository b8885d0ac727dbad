package dev.fourshake.ui.start;

import dev.fourshake.model.text.Message;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a window can be opened here. Asked before JavaFX is touched: JavaFX itself dies of a missing library or
 * display with a stack trace that helps nobody.
 */
public final class Display {

    private Display() {
    }

    /** Why no window can be opened, in a sentence that says what to do; empty where one can. */
    public static Optional<Message> obstacle() {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            return Optional.empty();
        }
        if (!hasValue("DISPLAY")) {
            return Optional.of(Message.of(Display.class, "display.none"));
        }
        if (!libraryLoads("libgtk-3.so.0")) {
            return Optional.of(Message.of(Display.class, "display.gtk"));
        }
        if (!displayOpens()) {
            return Optional.of(Message.of(Display.class, "display.refused", System.getenv("DISPLAY")));
        }
        return Optional.empty();
    }

    private static boolean hasValue(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }

    private static boolean libraryLoads(String name) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(name, arena);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Opens and closes the X display, as GTK will. Without libX11 GTK could not have been loaded. */
    private static boolean displayOpens() {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", arena);
            Linker linker = Linker.nativeLinker();
            MemorySegment display = (MemorySegment) linker.downcallHandle(x11.findOrThrow("XOpenDisplay"),
                    FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS)).invokeExact(MemorySegment.NULL);
            if (display.equals(MemorySegment.NULL)) {
                return false;
            }
            int _ = (int) linker.downcallHandle(x11.findOrThrow("XCloseDisplay"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS)).invokeExact(display);
            return true;
        } catch (Throwable _) {
            // Not a plain X11 system: let JavaFX try, it may know better.
            return true;
        }
    }
}
