package dev.fourshake.app.drill.report;

import dev.fourshake.app.drill.CaseResult;
import dev.fourshake.app.drill.result.Breach;
import dev.fourshake.app.drill.result.Culprit;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.app.drill.result.Repeat;
import dev.fourshake.app.drill.result.Result;
import dev.fourshake.app.drill.result.Resumption;
import dev.fourshake.app.drill.result.Verdict;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.PacketType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a report says of a case, in the language of its reader. What does not apply is a dash.
 *
 * @param protocol  version of MQTT
 * @param message   who publishes it
 * @param step      the packet that the fault befell
 * @param brokenBy  who did something wrong, the first to do so first
 * @param repeated  what was sent again, and whether DUP was set
 * @param session   what Session Present said, and whether that was right
 * @param delivered how often, on the wire and to the application
 * @param recovered from the fault to the end of the handshake
 * @param tone      how it is coloured
 */
public record CaseWords(String protocol, String qos, String message, String step, String fault, String result,
                        String brokenBy, String repeated, String session, String delivered, String recovered,
                        Tone tone) {

    /** Whether the case went well. */
    public enum Tone { GOOD, OPEN, BAD }

    static final String NONE = "–";

    public static CaseWords of(CaseResult result, Locale locale) {
        FaultPoint point = result.point();
        Verdict verdict = result.verdict();
        return new CaseWords("MQTT " + point.version().code(), Integer.toString(point.qos().level()),
                text(locale, "message." + FaultPoint.code(point.direction())), point.step().name(),
                point.fault().title().text(locale), verdict.result().title().text(locale),
                orNone(verdict.breaches().stream().map(Breach::by).distinct().map(Culprit::title)
                        .map(title -> title.text(locale)).collect(Collectors.joining(", "))),
                repeats(verdict.repeats(), locale),
                verdict.resumption().map(resumption -> session(resumption, locale)).orElse(NONE),
                verdict.deliveries().atApplication().isPresent()
                        ? text(locale, "delivered.both", verdict.deliveries().onWire(),
                                verdict.deliveries().atApplication().getAsInt())
                        : text(locale, "delivered.wire", verdict.deliveries().onWire()),
                verdict.recoveryNanos().isPresent() ? time(verdict.recoveryNanos().getAsLong(), locale) : NONE,
                tone(result));
    }

    /** The fault, the result, and who did what wrong, each in a sentence. */
    public static List<String> sentences(CaseResult result, Locale locale) {
        List<String> sentences = new ArrayList<>();
        sentences.add(result.point().fault().explanation().text(locale));
        sentences.add(result.verdict().reason().text(locale));
        for (Breach breach : result.verdict().breaches()) {
            String by = breach.by().title().text(locale);
            String what = breach.message().text(locale);
            sentences.add(breach.rule().isEmpty() ? text(locale, "breach", by, what)
                    : text(locale, "breach.rule", by, what, breach.rule()));
        }
        return sentences;
    }

    private static Tone tone(CaseResult result) {
        return !result.isGood() ? Tone.BAD
                : result.verdict().result() == Result.INCONCLUSIVE ? Tone.OPEN : Tone.GOOD;
    }

    /** PUBLISH says with DUP that it is sent again, and nothing else does. */
    private static String repeats(List<Repeat> repeats, Locale locale) {
        return orNone(repeats.stream().map(repeat -> repeat.type() != PacketType.PUBLISH ? repeat.type().name()
                        : text(locale, repeat.dup() ? "repeat.dup" : "repeat.noDup", repeat.type().name()))
                .collect(Collectors.groupingBy(each -> each, LinkedHashMap::new, Collectors.counting()))
                .entrySet().stream()
                .map(each -> each.getValue() == 1 ? each.getKey() : text(locale, "repeat.times", each.getValue(),
                        each.getKey()))
                .collect(Collectors.joining(", ")));
    }

    private static String session(Resumption resumption, Locale locale) {
        return text(locale, resumption.right() ? "session.right" : "session.wrong",
                resumption.sessionPresent() ? 1 : 0);
    }

    /** Three significant digits. */
    static String time(long nanos, Locale locale) {
        return nanos < 1_000_000_000L ? text(locale, "millis",
                String.format(locale, "%.3g", Math.max(0.01, nanos / 1e6)))
                : text(locale, "seconds", String.format(locale, "%.2f", nanos / 1e9));
    }

    private static String orNone(String words) {
        return words.isEmpty() ? NONE : words;
    }

    static String text(Locale locale, String key, Object... values) {
        return Message.of(CaseWords.class, key, values).text(locale);
    }
}
