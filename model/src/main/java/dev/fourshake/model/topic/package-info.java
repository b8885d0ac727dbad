/**
 * Topic Names and Topic Filters (MQTT 5.0 sections 4.7 and 4.8.2): which message a subscription is meant for.
 */
package dev.fourshake.model.topic;
