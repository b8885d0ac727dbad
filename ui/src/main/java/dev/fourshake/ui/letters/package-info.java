/** The letters of this machine's fonts, for documents: without a window. */
package dev.fourshake.ui.letters;
