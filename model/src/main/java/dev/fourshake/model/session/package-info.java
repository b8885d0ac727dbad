/**
 * Links and sessions. A {@link dev.fourshake.model.session.Link} is one connection; a
 * {@link dev.fourshake.model.session.Session} is what a Client Identifier and its broker remember of each other over
 * all its connections. What ends in {@code State} changes while a trace is written and belongs to its writer.
 */
package dev.fourshake.model.session;
