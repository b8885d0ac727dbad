/**
 * TLS on the two sides of a tap: which certificate devices see, whom the tap trusts to be the broker, what the user may
 * grant a single device, and why it failed. {@link dev.fourshake.app.tap.tls.TapTls} is the door; it knows channels and
 * no links.
 */
package dev.fourshake.app.tap.tls;
