package dev.fourshake.ui.view.held;

import dev.fourshake.app.tap.hold.HeldPacket;
import dev.fourshake.app.tap.hold.Patience;
import dev.fourshake.app.tap.hold.Reaction;
import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.SenderState;
import dev.fourshake.model.exchange.Step;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.ui.hold.HeldLine;
import dev.fourshake.ui.hold.ReactionText;
import dev.fourshake.ui.trace.Times;
import dev.fourshake.ui.workbench.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that there is to say of a held packet at one moment.
 *
 * @param where    it stands, since when, and when it goes on by itself
 * @param sides    what each side of its exchange believes: the sender first; none where it belongs to no exchange
 * @param patience how long the peers still wait
 */
record HeldSheet(String where, List<Side> sides, List<String> patience) {

    /**
     * One side of an exchange.
     *
     * @param name  who, and in which part
     * @param state what it believes, in a word
     * @param means the same in a sentence
     */
    record Side(String name, String state, String means) {
    }

    private static final Texts TEXTS = Texts.of(HeldSheet.class);

    /** @param patience of both sides of the link */
    static HeldSheet of(HeldLine line, TraceSnapshot trace, Patience patience, long now) {
        boolean known = line.row() >= 0 && line.row() < trace.rowCount();
        return new HeldSheet(where(line, now), known ? sides(line, trace) : List.of(),
                known ? patience(line, trace, patience, now) : List.of());
    }

    private static String where(HeldLine line, long now) {
        HeldPacket packet = line.packet();
        String name = packet.packetId() == 0 ? packet.type().name()
                : TEXTS.get("sheet.packet", packet.type().name(), Integer.toString(packet.packetId()));
        String stands = TEXTS.get("sheet.where." + packet.direction().name(), name, line.client(),
                Times.age(now - packet.sinceNanos()));
        String left = Times.age(packet.releaseNanos() - now);
        String next = packet.reaction().map(reaction -> reaction instanceof Reaction.Hold
                ? TEXTS.get("sheet.release", left)
                        : TEXTS.get("sheet.reaction", ReactionText.of(reaction), left))
                .orElseGet(() -> TEXTS.get("sheet.behind", left));
        return stands + " " + next;
    }

    private static List<Side> sides(HeldLine line, TraceSnapshot trace) {
        if (line.exchange() < 0 || line.exchange() >= trace.exchangeCount()) {
            return List.of();
        }
        Exchange exchange = trace.exchange(line.exchange());
        boolean clientSends = exchange.direction() == Direction.CLIENT_TO_SERVER;
        String broker = TEXTS.get("sheet.broker");
        return List.of(
                new Side(TEXTS.get("sheet.sender", clientSends ? line.client() : broker),
                        exchange.sender().title().text(), exchange.sender().explanation().text()),
                new Side(TEXTS.get("sheet.receiver", clientSends ? broker : line.client()),
                        exchange.receiver().title().text(), exchange.receiver().explanation().text()));
    }

    private static List<String> patience(HeldLine line, TraceSnapshot trace, Patience patience, long now) {
        List<String> sentences = new ArrayList<>();
        int keepAlive = trace.links().get(line.packet().link() - 1).keepAlive();
        if (patience.brokerNanos().isPresent()) {
            sentences.add(TEXTS.get("sheet.keepAlive", line.client(), Integer.toString(keepAlive),
                    Times.age(patience.brokerNanos().getAsLong() - now)));
        } else if (keepAlive == 0) {
            sentences.add(TEXTS.get("sheet.noKeepAlive", line.client()));
        }
        patience.deviceNanos().ifPresent(until ->
                sentences.add(TEXTS.get("sheet.ping", line.client(), Times.age(until - now))));
        waits(line, trace, now).ifPresent(sentences::add);
        return sentences;
    }

    /** Since when the sender of the exchange has waited for an answer. */
    private static Optional<String> waits(HeldLine line, TraceSnapshot trace, long now) {
        if (line.exchange() < 0 || line.exchange() >= trace.exchangeCount()) {
            return Optional.empty();
        }
        Exchange exchange = trace.exchange(line.exchange());
        if (exchange.sender() == SenderState.IDLE || exchange.sender() == SenderState.OWES_PUBREL) {
            return Optional.empty();
        }
        String sender = exchange.direction() == Direction.CLIENT_TO_SERVER ? line.client() : TEXTS.get("sheet.broker");
        return exchange.steps().reversed().stream().map(Step::row)
                .filter(row -> trace.direction(row) == exchange.direction()).findFirst()
                .map(row -> TEXTS.get("sheet.waits", sender, Times.age(now - trace.timeNanos(row))));
    }
}
