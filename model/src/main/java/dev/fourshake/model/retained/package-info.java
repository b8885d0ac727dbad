/**
 * The last retained message of each topic, as far as the wire shows it.
 */
package dev.fourshake.model.retained;
