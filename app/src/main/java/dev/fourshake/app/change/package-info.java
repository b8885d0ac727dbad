/** How parts tell others that something changed. */
package dev.fourshake.app.change;
