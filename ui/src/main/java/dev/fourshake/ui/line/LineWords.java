package dev.fourshake.ui.line;

import dev.fourshake.app.tap.line.LineQuality;
import dev.fourshake.app.tap.line.LineRule;
import dev.fourshake.app.tap.line.LineScope;
import dev.fourshake.app.tap.line.Occasion;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.ui.workbench.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a weak line does, in few words. */
public final class LineWords {

    private static final Texts TEXTS = Texts.of(LineWords.class);

    private LineWords() {
    }

    /** All rules that do something, one behind the other. */
    public static String of(List<LineRule> rules) {
        return rules.stream().filter(rule -> !rule.quality().isPerfect()).map(LineWords::of)
                .collect(Collectors.joining("; "));
    }

    private static String of(LineRule rule) {
        String quality = of(rule.quality());
        String way = rule.directions().size() > 1 ? quality : TEXTS.get(
                rule.directions().contains(Direction.CLIENT_TO_SERVER) ? "words.toBroker" : "words.toDevice", quality);
        return switch (rule.scope()) {
            case LineScope.Everybody _ -> way;
            case LineScope.Client(String clientId) -> TEXTS.get("words.client", clientId, way);
            case LineScope.OneLink(int number) -> TEXTS.get("words.link", number, way);
        };
    }

    static String of(LineQuality quality) {
        List<String> words = new ArrayList<>();
        long latency = quality.latency().toMillis();
        long jitter = quality.jitter().toMillis();
        if (jitter > 0) {
            words.add(TEXTS.get("words.jitter", latency, jitter));
        } else if (latency > 0) {
            words.add(TEXTS.get("words.latency", latency));
        }
        if (quality.bitsPerSecond() > 0) {
            words.add(rate(quality.bitsPerSecond()));
        }
        add(words, "words.cut", quality.cut());
        add(words, "words.blackHole", quality.blackHole());
        add(words, "words.halfOpen", quality.halfOpen());
        return words.isEmpty() ? TEXTS.get("words.perfect") : String.join(", ", words);
    }

    private static void add(List<String> words, String key, Occasion occasion) {
        switch (occasion) {
            case Occasion.Never _ -> { }
            case Occasion.Every(int packets) when packets == 1 -> words.add(TEXTS.get(key));
            case Occasion.Every(int packets) -> words.add(TEXTS.get(key + ".every", packets));
            case Occasion.AtRandom(double chance) -> words.add(TEXTS.get(key + ".random", percent(chance)));
        }
    }

    static String percent(double chance) {
        String digits = new Occasion.AtRandom(chance).toString();
        return digits.substring(0, digits.length() - 1);
    }

    /** {@code 40 kbit/s} */
    static String rate(long bitsPerSecond) {
        return LineQuality.rateText(bitsPerSecond).replaceFirst("(?<=\\d)(?=\\D)", " ");
    }
}
