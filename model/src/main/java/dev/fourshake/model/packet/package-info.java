/**
 * MQTT Control Packets as values: a {@link dev.fourshake.model.packet.Packet} is one of 15 records, with the
 * specification's names for its fields. A record takes what was sent, right or wrong: what is forbidden is found by
 * those who read ({@code dev.fourshake.model.dissect}) and judge ({@code dev.fourshake.model.finding}).
 */
package dev.fourshake.model.packet;
