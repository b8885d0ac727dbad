/** The formats of payloads that come with Fourshake, each a {@link dev.fourshake.app.payload.PayloadFormat}. */
package dev.fourshake.app.payload.format;
