/** The Captures view: what was saved, and the replay of it. */
package dev.fourshake.ui.view.captures;
