/** Devices for whoever has none at hand: a press that publishes, and a monitor that listens to it. */
package dev.fourshake.app.demo;
