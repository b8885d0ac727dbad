/**
 * The language in which packets and exchanges are looked for: {@code type = PUBLISH and topic ~ press/+/state}. A text
 * is parsed once into a tree that asks a {@link dev.fourshake.model.filter.Subject}; a row of a trace is one, and what is
 * not in a trace yet can be another.
 */
package dev.fourshake.model.filter;
