/**
 * What all parts that use the network share: addresses as people write them, this computer's own, and why it failed.
 */
package dev.fourshake.app.net;
