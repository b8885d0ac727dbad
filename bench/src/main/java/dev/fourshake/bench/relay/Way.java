package dev.fourshake.bench.relay;

/** How the load gets to the broker. */
enum Way {

    DIRECT("direct"),
    /** {@code fourshake tap --save}: it decodes, tracks and records. */
    TAP("tap"),
    /** The same on a link beside which another one is held at a breakpoint: {@link ArmedTap}. */
    ARMED("tap, other link armed"),
    SOCAT("socat"),
    HAPROXY("haproxy"),
    NGINX("nginx");

    final String title;

    Way(String title) {
        this.title = title;
    }

    boolean isPlainRelay() {
        return switch (this) {
            case SOCAT, HAPROXY, NGINX -> true;
            case DIRECT, TAP, ARMED -> false;
        };
    }
}
