/** The Retained view: the last retained message of each topic, as seen on the wire. */
package dev.fourshake.ui.view.retained;
