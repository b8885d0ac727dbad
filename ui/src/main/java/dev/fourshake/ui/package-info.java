/** Fourshake, see the package page of each room. */
package dev.fourshake.ui;
