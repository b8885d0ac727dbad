package dev.fourshake.app.script;

import dev.fourshake.app.tap.Tap;
import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.app.tap.hold.HoldControl;
import dev.fourshake.app.tap.line.LineRule;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What a tap is to do with the traffic.
 *
 * @param name         for people; may be empty
 * @param releaseAfter how long packets are held at most; empty for as long as the tap holds them without a script
 * @param breakpoints  the first that a packet meets says what is done with it
 * @param lines        weak ones; the last that concerns a line counts
 */
public record Script(String name, Optional<Duration> releaseAfter, List<Breakpoint> breakpoints,
                     List<LineRule> lines) {

    private static final long MOST_BYTES = 1 << 20;

    public Script {
        breakpoints = List.copyOf(breakpoints);
        lines = List.copyOf(lines);
    }

    /** Reads a file in JSON or YAML. */
    public static Script read(Path file) throws ScriptException {
        String text = text(file);
        try {
            return parse(text);
        } catch (ScriptException wrong) {
            throw wrong.in(file);
        }
    }

    private static String text(Path file) throws ScriptException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw ScriptException.of("script.large", file.toString());
            }
            return Files.readString(file);
        } catch (CharacterCodingException _) {
            throw ScriptException.of("script.text", file.toString());
        } catch (IOException _) {
            throw ScriptException.of("script.unreadable", file.toString());
        }
    }

    /** Reads a text in JSON or YAML. */
    public static Script parse(String text) throws ScriptException {
        return new ScriptReader(ZoneId.systemDefault()).read(text);
    }

    /**
     * Makes a tap do this, and nothing else of its kind; all breakpoints begin to count.
     *
     * @return complete when every link that is up goes by it
     */
    public CompletableFuture<Void> applyTo(Tap tap) {
        tap.holds().releaseAfter(releaseAfter.orElse(HoldControl.RELEASE_AFTER));
        tap.holds().breakpoints(List.of());
        return CompletableFuture.allOf(tap.lines().rules(lines), tap.holds().breakpoints(breakpoints));
    }
}
