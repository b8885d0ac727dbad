package dev.fourshake.app.demo;

import java.util.Locale;

/** What the press measures: it warms up, runs, and now and then changes its tool. Not for several threads. */
final class PressReadings {

    static final String TEMPERATURE_TOPIC = "plant/press-4/temperature";
    static final String STATE_TOPIC = "plant/press-4/state";
    static final String PARTS_TOPIC = "plant/press-4/parts";
    static final String OFFLINE = "{\"state\":\"offline\"}";

    private static final double COLD = 21.4;
    private static final double WARM = 63.0;
    private static final int STATES_BETWEEN_TOOL_CHANGES = 8;

    private int measured;
    private int told;
    private int parts = 1_280;

    /** Approaches its running temperature and swings around it with the strokes. */
    String temperature() {
        double value = WARM - (WARM - COLD) * Math.exp(-measured / 12.0) + 0.6 * Math.sin(measured * 1.7);
        measured++;
        return String.format(Locale.ROOT, "{\"celsius\":%.1f}", value);
    }

    String state() {
        told++;
        return told % STATES_BETWEEN_TOOL_CHANGES == 0
                ? "{\"state\":\"tool change\"}" : "{\"state\":\"running\",\"strokesPerMinute\":30}";
    }

    /** A count that must not be wrong: why it goes at QoS 2. */
    String parts() {
        parts += 3;
        return "{\"good\":" + parts + ",\"scrap\":" + parts / 160 + "}";
    }
}
