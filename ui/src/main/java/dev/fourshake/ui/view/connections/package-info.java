/** The Connections view: the embedded broker, the taps with their devices, our own clients, and what makes them. */
package dev.fourshake.ui.view.connections;
