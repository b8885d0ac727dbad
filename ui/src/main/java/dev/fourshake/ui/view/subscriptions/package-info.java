/** The Subscriptions view: what our own clients have subscribed to, and what the application got. */
package dev.fourshake.ui.view.subscriptions;
