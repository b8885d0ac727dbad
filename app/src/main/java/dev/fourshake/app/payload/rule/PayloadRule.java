package dev.fourshake.app.payload.rule;

import dev.fourshake.app.payload.Schema;
import dev.fourshake.model.topic.TopicFilter;

/**
 * Payloads on these topics are read in this format.
 *
 * @param format a format's id
 * @param schema for formats that need one
 */
public record PayloadRule(TopicFilter filter, String format, Schema schema) {
}
