package dev.fourshake.app.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a capture says about itself beside its events. Its name is the name of its file.
 *
 * @param created when it was begun
 * @param program version of the Fourshake that made it
 * @param host    name of the machine it was made on; may be empty
 * @param source  what was captured, for people: the tap's addresses and options
 * @param notes   of the user; may be empty
 */
public record CaptureInfo(Instant created, String program, String host, String source, String notes) {

    /** A capture that begins now. */
    public static CaptureInfo now(String program, String source) {
        return new CaptureInfo(Instant.now(), program, hostName(), source, "");
    }

    /** Without asking the network, which may take its time. */
    private static String hostName() {
        for (String variable : List.of("COMPUTERNAME", "HOSTNAME")) {
            String name = System.getenv(variable);
            if (name != null) {
                return name;
            }
        }
        try {
            return Files.readString(Path.of("/etc/hostname")).strip();
        } catch (IOException _) {
            return "";
        }
    }

    Map<String, String> toTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("created", created.toString());
        texts.put("program", program);
        texts.put("host", host);
        texts.put("source", source);
        texts.put("notes", notes);
        return texts;
    }

    static CaptureInfo ofTexts(Map<String, String> texts) {
        return new CaptureInfo(instant(texts.get("created")).orElse(Instant.EPOCH), text(texts, "program"),
                text(texts, "host"), text(texts, "source"), text(texts, "notes"));
    }

    static Optional<Instant> instant(String text) {
        try {
            return Optional.ofNullable(text).map(Instant::parse);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static String text(Map<String, String> texts, String name) {
        return texts.getOrDefault(name, "");
    }
}
