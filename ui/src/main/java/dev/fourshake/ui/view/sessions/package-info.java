/** The Sessions view: what each Client Identifier and its broker remember, as seen on the wire. */
package dev.fourshake.ui.view.sessions;
