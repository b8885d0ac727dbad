/**
 * The embedded broker: HiveMQ Community Edition in this process, on the loopback interface, so that Fourshake has a
 * real broker to show before anybody has set one up.
 */
package dev.fourshake.app.broker;
