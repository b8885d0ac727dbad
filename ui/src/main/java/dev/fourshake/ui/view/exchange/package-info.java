/** The Exchange view: the two state machines of one exchange, at the chosen moment. */
package dev.fourshake.ui.view.exchange;
