package dev.fourshake.app.tap.line;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Lines that are met in the field, with round figures; each direction of a link gets the same. */
public enum LinePreset {

    /** A modem on a serial line. */
    MODEM("modem", 100, 10, 9_600, new Occasion.Never()),
    /** Mobile radio of the second generation, in a place with good reception. */
    GPRS("gprs", 350, 150, 40_000, new Occasion.Never()),
    /** A narrow-band radio deep in a building: each packet is repeated until it gets through. */
    NB_IOT("nb-iot", 1_500, 1_000, 20_000, new Occasion.Never()),
    /** Up to a geostationary satellite and down again: light takes a quarter of a second. */
    SATELLITE("satellite", 280, 15, 2_000_000, new Occasion.Never()),
    /** A forklift at the edge of the radio's reach: it loses the network at every two hundredth packet or so. */
    FLAKY_WIFI("flaky-wifi", 20, 20, 5_000_000, new Occasion.AtRandom(0.005));

    private final String code;
    private final LineQuality quality;

    LinePreset(String code, int latencyMillis, int jitterMillis, long bitsPerSecond, Occasion cut) {
        this.code = code;
        quality = LineQuality.PERFECT.withLatency(Duration.ofMillis(latencyMillis))
                .withJitter(Duration.ofMillis(jitterMillis)).withRate(bitsPerSecond).withCut(cut);
    }

    static Optional<LinePreset> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /** As it is written on the command line: {@code flaky-wifi}. */
    public String code() {
        return code;
    }

    public LineQuality quality() {
        return quality;
    }
}
