package dev.fourshake.ui.hold;

import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.selection.Selection;
import java.util.Optional;
import java.util.OptionalInt;

/** Whose packets are held at a tap. */
sealed interface Scope {

    /** Those of all devices, also of those to come. */
    record AllDevices() implements Scope {
    }

    /** Those of one client, over its reconnects. */
    record OneClient(int session) implements Scope {
    }

    /** Those of a link whose client has not said its name. */
    record OneLink(int number) implements Scope {
    }

    /** The client that the selection is about, if it is about one. */
    static Optional<Scope> of(Selection selection, TraceSnapshot trace) {
        return switch (selection) {
            case Selection.Row(int row) -> ofRow(row, trace);
            case Selection.ByteRange(int row, _, _) -> ofRow(row, trace);
            case Selection.Exchange(int id) -> id < trace.exchangeCount()
                    ? ofRow(trace.exchange(id).firstRow(), trace) : Optional.empty();
            case Selection.Session(int id) -> ofSession(id, OptionalInt.empty(), trace);
            case Selection.Link(int number) -> number >= 1 && number <= trace.links().size()
                    ? ofSession(trace.links().get(number - 1).session(), OptionalInt.of(number), trace)
                    : Optional.empty();
            case Selection.Topic _ -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    private static Optional<Scope> ofRow(int row, TraceSnapshot trace) {
        return row < trace.rowCount() ? ofSession(trace.session(row), OptionalInt.of(trace.link(row)), trace)
                : Optional.empty();
    }

    private static Optional<Scope> ofSession(int id, OptionalInt link, TraceSnapshot trace) {
        boolean named = id >= 0 && id < trace.sessions().size() && !trace.sessions().get(id).clientId().isEmpty();
        return named ? Optional.of(new OneClient(id))
                : link.isPresent() ? Optional.of(new OneLink(link.getAsInt())) : Optional.empty();
    }

    /** What the user calls the client; empty for all devices. */
    default String name(TraceSnapshot trace) {
        return switch (this) {
            case AllDevices _ -> "";
            case OneClient(int session) -> trace.sessions().get(session).clientId();
            case OneLink(int number) -> trace.links().get(number - 1).opened().client();
        };
    }

    /** The breakpoint for those alone. */
    default Breakpoint narrow(Breakpoint breakpoint, TraceSnapshot trace) {
        return switch (this) {
            case AllDevices _ -> breakpoint;
            case OneClient _ -> breakpoint.of(name(trace));
            case OneLink(int number) -> breakpoint.onLink(number);
        };
    }
}
