/**
 * Rules of our own: what is legal, and goes wrong when devices and brokers are put to work together. Their thresholds
 * are constants that say their reason; what repeats is told when it is seen for the 1st, 10th, 100th… time
 * ({@link dev.fourshake.model.finding.practice.Recurrence}). Here are also the statements of the specification about
 * what is owed and never comes, as they rest on the same memory. They hang what they remember on the numbers of links,
 * sessions and topics, so that traffic without faults costs them no object.
 */
package dev.fourshake.model.finding.practice;
