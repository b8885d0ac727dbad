/**
 * What touches the outside: network, files, embedded broker, terminal. It stands on the model and knows no window; its
 * parts stand on each other without a circle.
 */
package dev.fourshake.app;
