/**
 * Makes wire events of packet captures: which TCP streams are MQTT, which link each of them is, and what the others
 * are.
 */
package dev.fourshake.app.importing;
