package dev.fourshake.fuzz;

import dev.fourshake.model.filter.Completion;
import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.filter.FilteredRows;
import dev.fourshake.model.filter.Language;
import dev.fourshake.model.filter.Mistake;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.filter.Vocabulary;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkOpened;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;

/** Any text is a filter that can be asked, and written and read again, or a mistake at a place within it. */
public final class FilterTarget {

    private static final TraceSnapshot TRACE = trace();

    private FilterTarget() {
    }

    private static TraceSnapshot trace() {
        Trace trace = new Trace();
        trace.append(new LinkOpened(1, 0, "client:1", "broker:1883", false, false));
        up(trace, 1, "10 11 00 04 4D 51 54 54 05 02 00 3C 00 00 04 61 2F 62 31");
        up(trace, 2, "3D 09 00 01 61 00 07 00 68 69 21");
        trace.append(Frame.passed(1, 3, Direction.SERVER_TO_CLIENT, Bytes.ofHex("50 03 00 07 87")));
        return trace.publish();
    }

    private static void up(Trace trace, long time, String hex) {
        trace.append(Frame.passed(1, time, Direction.CLIENT_TO_SERVER, Bytes.ofHex(hex)));
    }

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        Completion.at(Language.PACKETS, text, text.length(), Vocabulary.NONE).forEach(proposal ->
                Promise.hold(proposal.from() <= proposal.to() && proposal.to() <= text.length(),
                        "a proposal stands within the text"));
        switch (Filter.parse(text, ZoneOffset.UTC)) {
            case Filter.Good(Filter<Subject> filter) -> {
                Promise.hold(Filter.parse(filter.toString(), ZoneOffset.UTC)
                        instanceof Filter.Good(Filter<Subject> again)
                        && again.toString().equals(filter.toString()), "what is read can be written and read again");
                new FilteredRows(filter).extend(TRACE);
            }
            case Filter.Bad(Mistake mistake) -> Promise.hold(mistake.at() >= 0
                    && mistake.at() + mistake.length() <= text.length(), "a mistake stands within the text");
        }
    }
}
