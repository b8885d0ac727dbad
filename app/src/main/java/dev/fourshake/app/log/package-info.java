/**
 * What the libraries say (HiveMQ, Netty, Paho, Guava), kept off the terminal: Fourshake's own words are the only ones
 * on standard output and standard error. All of it goes through SLF4J to Logback.
 */
package dev.fourshake.app.log;
