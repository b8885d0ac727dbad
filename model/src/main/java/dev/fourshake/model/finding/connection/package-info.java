/**
 * The specification's rules about connections and sessions: who may send what first, who has to close, the limits that
 * CONNECT and CONNACK set, keep alive, enhanced authentication. {@link
 * dev.fourshake.model.finding.connection.ConnectionRules} lists them. A duty to close is noted by the rule that knows
 * of it in {@link dev.fourshake.model.finding.connection.Duties} and watched over by one rule for all.
 */
package dev.fourshake.model.finding.connection;
