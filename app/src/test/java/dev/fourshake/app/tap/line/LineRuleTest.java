package dev.fourshake.app.tap.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.wire.Direction;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineRuleTest {

    @Test
    void everyPartIsRead() throws Exception {
        LineQuality quality = LineQuality.PERFECT.withLatency(Duration.ofMillis(200)).withJitter(Duration.ofMillis(50))
                .withRate(9_600).withCut(new Occasion.Every(500)).withBlackHole(new Occasion.AtRandom(0.002))
                .withHalfOpen(new Occasion.Every(1)).withSeed(7);
        assertEquals(new LineRule(new LineScope.Client("press-4"), Set.of(Direction.CLIENT_TO_SERVER), quality),
                LineRule.parse("latency=200ms, jitter=50, rate=9600bit/s, cut=every 500, blackhole=0.2%, halfopen, "
                        + "seed=7, client=press-4, c2s"));
        assertEquals(LineRule.of(quality).onlyFor(new LineScope.OneLink(3)).quality().latency(),
                LineRule.parse("link=3,latency=0200 ms").quality().latency());
    }

    @Test
    void whatStandsBesideAPresetChangesItWhereverItStands() throws Exception {
        LineQuality changed = LinePreset.GPRS.quality().withRate(20_000);
        assertEquals(LineRule.of(changed), LineRule.parse("gprs,rate=20kbit/s"));
        assertEquals(LineRule.of(changed), LineRule.parse("rate=20 kbps,gprs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"latency=0ms", "latency=200ms,jitter=50ms,rate=9600bit/s,cut=every 500,seed=7",
        "client=press-4,s2c,blackhole=every 1", "link=2,latency=60000ms,rate=2500kbit/s,halfopen=0.000001%",
        "rate=1Gbit/s,cut=100%", "link=4", "c2s,seed=-9,latency=1ms"})
    void whatIsWrittenIsReadAgain(String text) throws Exception {
        LineRule rule = LineRule.parse(text);
        assertEquals(rule, LineRule.parse(rule.toString()));
    }

    @ParameterizedTest
    @EnumSource
    void everyPresetIsReadByItsCodeAndByItsFigures(LinePreset preset) throws Exception {
        assertEquals(preset.quality(), LineRule.parse(preset.code()).quality());
        assertEquals(preset.quality(), LineRule.parse(preset.quality().toString()).quality());
    }

    @ParameterizedTest
    @ValueSource(strings = {"latency=2h", "latency=-1ms", "latency", "jitter=3601s", "rate=fast", "rate=9e9", "cut=0%",
        "cut=101%", "cut=every 0", "cut=500", "blackhole=yes", "halfopen=every", "seed=x", "link=x", "client="})
    void whatCannotBeMeantIsSaidWithAnExample(String text) {
        String sentence = assertThrows(LineMistake.class, () -> LineRule.parse("gprs," + text)).sentence().text();
        assertTrue(sentence.startsWith("\"" + text + "\""), sentence);
        assertTrue(sentence.contains(text.replaceAll("=.*", "") + "="), sentence);
    }

    @Test
    void anUnknownPartIsAnsweredWithAllThereAre() {
        String sentence = assertThrows(LineMistake.class, () -> LineRule.parse("lag=3")).sentence().text();
        assertTrue(sentence.contains("\"lag=3\"") && sentence.contains("flaky-wifi"), sentence);
    }
}
