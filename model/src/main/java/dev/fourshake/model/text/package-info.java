/** Sentences for the user that have no language yet: {@link dev.fourshake.model.text.Message}. */
package dev.fourshake.model.text;
