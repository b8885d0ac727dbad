package dev.fourshake.ui.view.captures;

import dev.fourshake.app.capture.CaptureInfo;
import dev.fourshake.app.capture.CaptureSummary;
import dev.fourshake.app.capture.RecorderState;
import dev.fourshake.app.workspace.CaptureEntry;
import dev.fourshake.model.filter.Language;
import dev.fourshake.model.filter.Vocabulary;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What a filter can ask of a capture: what the list says of it. What is in its packets is not looked at; nobody has
 * read them before it is opened.
 *
 * @param entries what there is, for its values to be proposed
 */
record CaptureWords(List<CaptureEntry> entries) implements Vocabulary {

    private static final String NAME = "name";
    private static final String SOURCE = "source";
    private static final String HOST = "host";
    private static final String TIME = "time";
    private static final int UNKNOWN = -1;

    static final Language<CaptureEntry> LANGUAGE = Language.<CaptureEntry>ofTexts(entry -> List.of(name(entry),
                    source(entry), host(entry), CaptureText.state(entry)))
            .text(NAME, CaptureWords::name).text(SOURCE, CaptureWords::source).text(HOST, CaptureWords::host)
            .moment(TIME, entry -> nanos(CaptureText.begun(entry))).duration("duration", CaptureWords::duration)
            .number("events", CaptureWords::events)
            .number("links", entry -> entry.summary().map(CaptureSummary::links).orElse(UNKNOWN))
            .bytes("size", entry -> entry.file().bytes())
            .name("state", CaptureEntry.State.class, CaptureEntry::state);

    private static String name(CaptureEntry entry) {
        return entry.file().name();
    }

    private static String source(CaptureEntry entry) {
        return info(entry, CaptureInfo::source);
    }

    private static String host(CaptureEntry entry) {
        return info(entry, CaptureInfo::host);
    }

    private static String info(CaptureEntry entry, Function<CaptureInfo, String> of) {
        return entry.summary().map(CaptureSummary::info).map(of).orElse("");
    }

    private static long nanos(Instant moment) {
        return TimeUnit.SECONDS.toNanos(moment.getEpochSecond()) + moment.getNano();
    }

    private static long duration(CaptureEntry entry) {
        return entry.summary().map(summary -> summary.duration().toNanos()).orElse((long) UNKNOWN);
    }

    private static long events(CaptureEntry entry) {
        return entry.recording().map(RecorderState::events)
                .or(() -> entry.summary().map(CaptureSummary::events)).orElse((long) UNKNOWN);
    }

    private static String day(CaptureEntry entry) {
        return CaptureText.begun(entry).atZone(ZoneId.systemDefault()).toLocalDate().toString();
    }

    @Override
    public List<String> of(String field) {
        return switch (field) {
            case NAME -> values(CaptureWords::name);
            case SOURCE -> values(CaptureWords::source);
            case HOST -> values(CaptureWords::host);
            case TIME -> values(CaptureWords::day);
            default -> List.of();
        };
    }

    private List<String> values(Function<CaptureEntry, String> of) {
        return entries.stream().map(of).filter(text -> !text.isEmpty()).distinct().toList();
    }
}
