package dev.fourshake.model.trace;

import dev.fourshake.model.delivery.MessageTotals;
import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.session.Session;
import java.util.List;

/**
 * What a trace comes to, without its rows.
 *
 * @param links    how many there were
 * @param sessions in the order of first appearance
 * @param messages across the brokers
 * @param findings in the order in which they were found
 */
public record TraceSummary(int links, List<Session> sessions, Totals totals, MessageTotals messages,
                           List<Finding> findings) {
}
