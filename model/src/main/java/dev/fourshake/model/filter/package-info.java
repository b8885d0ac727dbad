/**
 * The language in which packets and exchanges are looked for: {@code type = PUBLISH and topic ~ press/+/state}. A text
 * is parsed once into a tree that asks a {@link dev.fourshake.model.filter.Subject}; a row of a trace is one, and what
 * is not in a trace yet can be another. For things that are told by no packets a
 * {@link dev.fourshake.model.filter.Language} of other fields is written in the same way.
 */
package dev.fourshake.model.filter;
