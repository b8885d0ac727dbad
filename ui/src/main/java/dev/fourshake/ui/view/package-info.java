/** The views: one package each, and here what they share. */
package dev.fourshake.ui.view;
