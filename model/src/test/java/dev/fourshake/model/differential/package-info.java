/**
 * Our decoder beside others, on random packets that are valid: each reads the same bytes and is asked for all that it
 * tells. Only for valid ones, as other decoders are clients' and take half of what is broken.
 */
package dev.fourshake.model.differential;
