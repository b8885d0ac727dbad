/** The user's rules: which payload format for which topics, kept in a file. */
package dev.fourshake.app.payload.rule;
