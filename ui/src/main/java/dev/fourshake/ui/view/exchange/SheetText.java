package dev.fourshake.ui.view.exchange;

import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.ui.trace.Times;
import dev.fourshake.ui.workbench.Texts;

/** What stands in the view as words. */
final class SheetText {

    static final Texts TEXTS = Texts.of(SheetText.class);

    private static final long NEVER = 0xFFFF_FFFFL;
    private static final long SECOND = 1_000_000_000L;

    private SheetText() {
    }

    static String kind(ExchangeSheet sheet) {
        return TEXTS.get("kind." + sheet.exchange().kind().name());
    }

    static String sender(ExchangeSheet sheet) {
        return sheet.isFromClient() ? sheet.client() : TEXTS.get("peer.broker");
    }

    static String receiver(ExchangeSheet sheet) {
        return sheet.isFromClient() ? TEXTS.get("peer.broker") : sheet.client();
    }

    /** Who sends to whom. */
    static String way(ExchangeSheet sheet) {
        return TEXTS.get("way", sender(sheet), receiver(sheet));
    }

    /** Empty where the kind has none. */
    static String topic(ExchangeSheet sheet) {
        Exchange exchange = sheet.exchange();
        if (!exchange.kind().isDelivery() || !exchange.topic().isEmpty()) {
            return exchange.topic();
        }
        return TEXTS.get(exchange.steps().getFirst().type() == PacketType.PUBLISH ? "topic.none" : "topic.unseen");
    }

    /** @param openNanos how long it has been open by now; -1 to say how long it took up to the last step */
    static String facts(ExchangeSheet sheet, long openNanos) {
        int packets = (int) sheet.steps().stream()
                .filter(line -> line.kind() == RowKind.PACKET && !line.later()).count();
        return TEXTS.get("facts", sheet.version().code(), packets, openNanos < 0
                ? Times.duration(sheet.elapsedNanos()) : TEXTS.get("open.for", Times.age(openNanos)));
    }

    static String session(ExchangeSheet sheet) {
        if (sheet.expirySeconds().isEmpty()) {
            return TEXTS.get("session.unknown");
        }
        long seconds = sheet.expirySeconds().getAsLong();
        return seconds == 0 ? TEXTS.get("session.connection", sheet.client())
                : seconds == NEVER ? TEXTS.get("session.never", sheet.client())
                : TEXTS.get("session.seconds", sheet.client(), Times.duration(seconds * SECOND));
    }

    /** When a side came into a state; empty where that is not known. */
    static String after(Stage stage) {
        return stage.afterNanos() == Stage.UNKNOWN ? "" : stage.afterNanos() == 0 ? "0"
                : TEXTS.get("stage.after", Times.duration(stage.afterNanos()));
    }

    static String packet(Rung rung) {
        return rung.times() < 2 ? rung.packet().name() : TEXTS.get("rung.times", rung.packet().name(), rung.times());
    }

    static String packet(StepLine line) {
        String name = line.packet().name();
        return line.kind() == RowKind.RELEASED ? TEXTS.get("step.released", name)
                : TEXTS.get(line.fromSender() ? "step.sent" : "step.got", name);
    }

    /** The time since the step before; empty for the first. */
    static String since(StepLine line) {
        return line.sinceNanos() < 0 ? "" : Times.duration(line.sinceNanos());
    }

    /** What the tap did, and how the packet stands to its exchange; empty for what is as it should be. */
    static String note(StepLine line) {
        String judgement = line.judgement() == Judgement.REGULAR ? "" : line.judgement().title().text();
        return switch (line.fate()) {
            case HELD -> TEXTS.get(line.held() ? "note.held" : "note.wasHeld");
            case PASSED -> judgement;
            case DROPPED, DUPLICATED, INJECTED -> TEXTS.get("note." + line.fate().name());
        };
    }
}
