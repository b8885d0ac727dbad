package dev.fourshake.ui.view.captures;

import dev.fourshake.app.capture.RecorderState;
import dev.fourshake.app.data.ByteCount;
import dev.fourshake.app.workspace.CaptureEntry;
import dev.fourshake.model.text.Message;
import dev.fourshake.ui.trace.Times;
import dev.fourshake.ui.workbench.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What the list says of a capture. */
final class CaptureText {

    private static final Texts TEXTS = Texts.of(CaptureText.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private CaptureText() {
    }

    /** How it stands, in a word or two; nothing where all is as it should be. */
    static String state(CaptureEntry entry) {
        return switch (entry.state()) {
            case ENDED, UNKNOWN -> "";
            case RECORDING, ENDED_ABRUPTLY, DAMAGED, UNREADABLE -> TEXTS.get("state." + entry.state().name());
        };
    }

    /** When it was begun, how long it took, how much is in it; the rest is in the tooltip where there is no room. */
    static String details(CaptureEntry entry) {
        return details(entry, shortDate(begunHere(entry), LocalDate.now()));
    }

    private static String details(CaptureEntry entry, String date) {
        List<String> parts = new ArrayList<>();
        parts.add(date);
        if (entry.recording().isPresent()) {
            parts.add(TEXTS.get("events", entry.recording().get().events()));
        } else {
            entry.summary().ifPresent(summary -> {
                parts.add(Times.duration(summary.duration().toNanos()));
                parts.add(TEXTS.get("events", summary.events()));
            });
        }
        parts.add(ByteCount.text(entry.file().bytes()));
        if (entry.recording().isEmpty()) {
            entry.summary().ifPresent(summary -> parts.add(TEXTS.get("links", summary.links())));
        }
        return String.join(TEXTS.get("separator"), parts);
    }

    /** When it was begun; as far as the file system knows, while nobody has looked into it. */
    static Instant begun(CaptureEntry entry) {
        return entry.summary().map(summary -> summary.info().created()).orElse(entry.file().modified());
    }

    private static ZonedDateTime begunHere(CaptureEntry entry) {
        return begun(entry).atZone(ZoneId.systemDefault());
    }

    /** Without what goes without saying. */
    static String shortDate(ZonedDateTime begun, LocalDate today) {
        return (begun.toLocalDate().equals(today) ? TIME : begun.getYear() == today.getYear() ? DAY : DATE)
                .format(begun);
    }

    /** All that is known, a line each; what is wrong first. */
    static String tooltip(CaptureEntry entry) {
        List<String> lines = new ArrayList<>();
        entry.problem().map(Message::text).ifPresent(lines::add);
        entry.recording().flatMap(RecorderState::problem).map(Message::text).ifPresent(lines::add);
        switch (entry.state()) {
            case RECORDING, ENDED_ABRUPTLY -> lines.add(TEXTS.get("hint." + entry.state().name()));
            case UNKNOWN, ENDED, DAMAGED, UNREADABLE -> { }
        }
        lines.add(details(entry, DATE.format(begunHere(entry))));
        entry.summary().map(summary -> summary.info().source()).filter(source -> !source.isEmpty())
                .ifPresent(source -> lines.add(TEXTS.get("hint.source", source)));
        lines.add(entry.file().file().toString());
        return String.join("\n", lines);
    }
}
