/**
 * The tap: it stands on the wire between devices and their broker, passes every byte on unchanged and at once, and
 * shows the trace what passed. All work on a link is done by one event loop.
 */
package dev.fourshake.app.tap;
