/**
 * What the user works on: taps that run, captures that are open, the embedded broker and the demonstration. The window
 * and the command line both stand on it; it knows neither.
 */
package dev.fourshake.app.workspace;
