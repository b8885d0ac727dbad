package dev.fourshake.ui.view.exchange;

import static dev.fourshake.ui.view.exchange.SheetText.TEXTS;

import dev.fourshake.model.exchange.LinkLoss;
import dev.fourshake.model.exchange.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sheet as plain text, for a report or a chat. */
final class SheetCopy {

    private SheetCopy() {
    }

    static String of(ExchangeSheet sheet, boolean sessionKept) {
        int id = sheet.exchange().packetId();
        List<String> lines = new ArrayList<>();
        lines.add(Stream.of(SheetText.kind(sheet), id == 0 ? "" : TEXTS.get("packetId", Integer.toString(id)),
                SheetText.topic(sheet)).filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")));
        lines.add(SheetText.way(sheet) + "  " + SheetText.facts(sheet, -1));
        lines.add(sheet.exchange().outcome().title().text()
                + (sheet.isNow() ? "" : "  " + TEXTS.get("then", Integer.toString(sheet.row() + 1))));
        lines.add("");
        lines.add(side("role.sender", SheetText.sender(sheet), sheet.exchange().sender().title().text(),
                sheet.exchange().sender().explanation().text()));
        lines.add(side("role.receiver", SheetText.receiver(sheet), sheet.exchange().receiver().title().text(),
                sheet.exchange().receiver().explanation().text()));
        if (sheet.exchange().outcome() == Outcome.OPEN) {
            LinkLoss loss = sheet.loss(sessionKept);
            lines.add("");
            lines.add(TEXTS.get("copy.loss", TEXTS.get(sheet.isCut() ? "loss.cut" : "loss"),
                    TEXTS.get(sessionKept ? "loss.kept" : "loss.dropped")));
            lines.add(TEXTS.get("copy.sentence", SheetText.sender(sheet), loss.sender().text()));
            lines.add(TEXTS.get("copy.sentence", SheetText.receiver(sheet), loss.receiver().text()));
            lines.add(loss.result().text());
        }
        lines.add("");
        sheet.reach().forEach(line -> lines.add(TEXTS.get("copy.sentence", line.client(), ReachPane.sentence(line))));
        if (!sheet.reach().isEmpty()) {
            lines.add("");
        }
        sheet.steps().stream().filter(line -> !line.later()).map(SheetCopy::step).forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    private static String side(String role, String name, String state, String explanation) {
        return TEXTS.get("copy.side", name, TEXTS.get(role), state, explanation);
    }

    private static String step(StepLine line) {
        return String.join("\t", Integer.toString(line.row() + 1), SheetText.packet(line),
                SheetText.since(line), SheetText.note(line)).stripTrailing();
    }
}
