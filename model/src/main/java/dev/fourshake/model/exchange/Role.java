package dev.fourshake.model.exchange;

/** The two ends of one delivery (MQTT 5.0 section 4.3). A broker is the receiver of one and the sender of the next. */
public enum Role { SENDER, RECEIVER }
