package dev.fourshake.app.tap.line;

import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Weak lines as people write them. The parts, with commas between them: {@code latency=200ms}, {@code jitter=50ms},
 * {@code rate=9600bit/s}, {@code seed=7}; {@code cut}, {@code blackhole} and {@code halfopen}, each with
 * {@code =every 500} or {@code =0.2%} behind it, alone they mean the next packet; the code of a {@link LinePreset},
 * which the other parts change; {@code c2s} or {@code s2c} for one direction; {@code client=ID} or {@code link=3}.
 */
final class LineText {

    private static final Pattern DELAY = Pattern.compile("(\\d{1,9}) ?(ms|s|m)?");
    private static final Pattern RATE = Pattern.compile("(\\d{1,13}(?:\\.\\d{1,9})?) ?([kMG]?)(?:bit/s|bps)?");

    private LineText() {
    }

    static LineRule parse(String text) throws LineMistake {
        LineRule rule = LineRule.of(preset(text).map(LinePreset::quality).orElse(LineQuality.PERFECT));
        Set<Direction> directions = EnumSet.noneOf(Direction.class);
        for (String part : text.split(",")) {
            Optional<Direction> direction = Arrays.stream(Direction.values())
                    .filter(each -> each.code().equals(part.strip())).findFirst();
            direction.ifPresent(directions::add);
            if (direction.isEmpty() && LinePreset.of(part.strip()).isEmpty()) {
                rule = apply(part.strip(), rule);
            }
        }
        return directions.isEmpty() ? rule : new LineRule(rule.scope(), directions, rule.quality());
    }

    /** It comes first wherever it stands, as the other parts change it. */
    private static Optional<LinePreset> preset(String text) {
        return Arrays.stream(text.split(",")).map(part -> LinePreset.of(part.strip())).flatMap(Optional::stream)
                .findFirst();
    }

    private static LineRule apply(String part, LineRule rule) throws LineMistake {
        int equals = part.indexOf('=');
        String name = (equals < 0 ? part : part.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
        String value = equals < 0 ? "" : part.substring(equals + 1).strip();
        LineQuality quality = rule.quality();
        try {
            return switch (name) {
                case "client" -> rule.onlyFor(new LineScope.Client(value));
                case "link" -> rule.onlyFor(new LineScope.OneLink(Integer.parseInt(value)));
                case "latency" -> with(rule, quality.withLatency(delay(value)));
                case "jitter" -> with(rule, quality.withJitter(delay(value)));
                case "rate" -> with(rule, quality.withRate(rate(value)));
                case "cut" -> with(rule, quality.withCut(occasion(value)));
                case "blackhole" -> with(rule, quality.withBlackHole(occasion(value)));
                case "halfopen" -> with(rule, quality.withHalfOpen(occasion(value)));
                case "seed" -> with(rule, quality.withSeed(Long.parseLong(value)));
                default -> throw new LineMistake(Message.of(LineText.class, "line.part", part, Arrays.stream(
                        LinePreset.values()).map(LinePreset::code).collect(Collectors.joining(", "))));
            };
        } catch (IllegalArgumentException _) {
            throw new LineMistake(Message.of(LineText.class, "line." + name, part));
        }
    }

    private static LineRule with(LineRule rule, LineQuality quality) {
        return new LineRule(rule.scope(), rule.directions(), quality);
    }

    static Duration delay(String text) {
        Matcher delay = DELAY.matcher(text);
        if (!delay.matches()) {
            throw new IllegalArgumentException(text);
        }
        long count = Long.parseLong(delay.group(1));
        return switch (delay.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case null, default -> Duration.ofMillis(count);
        };
    }

    static long rate(String text) {
        Matcher rate = RATE.matcher(text);
        if (!rate.matches()) {
            throw new IllegalArgumentException(text);
        }
        int zeros = switch (rate.group(2)) {
            case "k" -> 3;
            case "M" -> 6;
            case "G" -> 9;
            default -> 0;
        };
        return new BigDecimal(rate.group(1)).scaleByPowerOfTen(zeros).setScale(0, RoundingMode.UP).longValue();
    }

    private static Occasion occasion(String value) {
        return value.isEmpty() ? new Occasion.Every(1) : Occasion.parse(value);
    }

    // ------------------------------------------------------------------ and back

    static String of(LineRule rule) {
        List<String> parts = new ArrayList<>();
        switch (rule.scope()) {
            case LineScope.Everybody _ -> { }
            case LineScope.Client(String clientId) -> parts.add("client=" + clientId);
            case LineScope.OneLink(int number) -> parts.add("link=" + number);
        }
        if (rule.directions().size() == 1) {
            parts.add(rule.directions().iterator().next().code());
        }
        if (!rule.quality().isPerfect() || parts.isEmpty()) {
            parts.add(of(rule.quality()));
        }
        return String.join(",", parts);
    }

    static String of(LineQuality quality) {
        List<String> parts = new ArrayList<>();
        if (!quality.latency().isZero() || quality.isPerfect()) {
            parts.add("latency=" + quality.latency().toMillis() + "ms");
        }
        if (!quality.jitter().isZero()) {
            parts.add("jitter=" + quality.jitter().toMillis() + "ms");
        }
        if (quality.bitsPerSecond() > 0) {
            parts.add("rate=" + rate(quality.bitsPerSecond()));
        }
        add(parts, "cut", quality.cut());
        add(parts, "blackhole", quality.blackHole());
        add(parts, "halfopen", quality.halfOpen());
        if (quality.seed() != 0) {
            parts.add("seed=" + quality.seed());
        }
        return String.join(",", parts);
    }

    private static void add(List<String> parts, String name, Occasion occasion) {
        if (!occasion.isNever()) {
            parts.add(name + "=" + occasion);
        }
    }

    /** {@code 9600bit/s}, {@code 40kbit/s}: exact. */
    static String rate(long bitsPerSecond) {
        long thousands = 0;
        long count = bitsPerSecond;
        while (count > 0 && count % 1_000 == 0 && thousands < 3) {
            count /= 1_000;
            thousands++;
        }
        return count + List.of("", "k", "M", "G").get((int) thousands) + "bit/s";
    }

    /** As few digits as say it. */
    static String number(double value) {
        return BigDecimal.valueOf(value).setScale(9, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
