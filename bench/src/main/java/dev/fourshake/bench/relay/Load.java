package dev.fourshake.bench.relay;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code mqtt_load}: one publisher, 64 bytes of payload. */
record Load(String program) {

    /** Runs to its end. What it says of warming up is its own: a tenth of the messages is not counted. */
    Measure run(int port, Case load) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(program, "--port", String.valueOf(port),
                "--qos", String.valueOf(load.qos()), "--window", String.valueOf(load.window()),
                "--count", String.valueOf(load.count()), "--timeout", "120"))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String json = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("mqtt_load failed: " + load + " " + json);
        }
        return new Measure(number(json, "messages_per_s"), number(json, "p50_us"), number(json, "p99_us"));
    }

    /** The first one of this name is that of the exchange. */
    private static double number(String json, String name) {
        Matcher matcher = Pattern.compile('"' + name + "\": ([0-9.]+)").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("mqtt_load says nothing of " + name + ": " + json);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
