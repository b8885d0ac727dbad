package dev.fourshake.app.drill;

import java.time.Duration;

/**
 * How long the drill waits for what.
 *
 * @param patience for a device to connect or to publish, and for a handshake to end after its fault
 * @param grace    between the loss of a packet and the cut of the link: a device may send again by itself
 * @param delay    by which a packet is delayed; more than the device waits for an answer
 * @param quiet    without traffic before the case is judged: what comes twice may come late
 */
public record DrillTimes(Duration patience, Duration grace, Duration delay, Duration quiet) {

    public static final DrillTimes USUAL = new DrillTimes(Duration.ofSeconds(20), Duration.ofSeconds(1),
            Duration.ofSeconds(3), Duration.ofMillis(500));
}
