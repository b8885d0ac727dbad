/**
 * Fourshake's own client: a device that the user drives. {@link dev.fourshake.app.client.DeviceClient} is the door;
 * behind it Eclipse Paho does the protocol, its mqttv5 client for MQTT 5 and its v3 client before, each with the
 * faults that are known of it worked around or told. Its bytes go to any address, the tap's among them.
 *
 * <p>Options use the model's words ({@code Properties}, {@code Will}, {@code TopicSubscription}). What the protocol
 * version or Paho cannot put on the wire is refused with a sentence before anything is sent, and never left out in
 * silence.
 */
package dev.fourshake.app.client;
