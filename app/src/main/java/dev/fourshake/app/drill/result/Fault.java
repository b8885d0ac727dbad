package dev.fourshake.app.drill.result;

import dev.fourshake.model.text.Message;
import java.util.Locale;
import java.util.Optional;

/** What goes wrong at one packet of a handshake. */
public enum Fault {
    /** The tap throws the packet away. Nothing else would ever mend that, so the link is cut a while later. */
    LOST,
    /** The link is cut before the packet is passed on. */
    CUT_BEFORE,
    /** The link is cut when the packet has been passed on, before it is answered. */
    CUT_AFTER,
    /** The packet is passed on later than its receiver likes to wait. */
    DELAYED,
    /** The packet is passed on twice. */
    DUPLICATED,
    /** The broker is gone before it gets the packet, or has sent it for good, and comes back with its sessions. */
    BROKER_RESTART,
    /** The broker comes back without the device's session. */
    BROKER_RESET,
    /** The device is restarted, and remembers its session. */
    DEVICE_RESTART,
    /** The device is restarted, and begins a new session. */
    DEVICE_RESET;

    /** As it is written on the command line and in reports: {@code cut-before}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Fault> ofCode(String code) {
        for (Fault fault : values()) {
            if (fault.code().equalsIgnoreCase(code)) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** Whether the handshake has to go on over another connection. */
    public boolean endsLink() {
        return this != DELAYED && this != DUPLICATED;
    }

    /** Whether both sides still have the session afterwards. If not, MQTT promises nothing for the message. */
    public boolean keepsSession() {
        return this != BROKER_RESET && this != DEVICE_RESET;
    }

    /** Whether somebody has to restart the device. */
    public boolean restartsDevice() {
        return this == DEVICE_RESTART || this == DEVICE_RESET;
    }

    /** Whether the broker is away for a moment. */
    public boolean restartsBroker() {
        return this == BROKER_RESTART || this == BROKER_RESET;
    }

    /** A short name in the user's language. */
    public Message title() {
        return Message.of(Fault.class, "Fault." + name());
    }

    /** What it does to the device and its broker. */
    public Message explanation() {
        return Message.of(Fault.class, "Fault." + name() + ".explanation");
    }
}
