/**
 * What the traffic broke, and advice. A {@link dev.fourshake.model.finding.Rule} is a small class that is shown each
 * packet of the types it asks for, together with what it did to its exchange, and reports to a
 * {@link dev.fourshake.model.finding.FindingSink}; {@link dev.fourshake.model.finding.book.RuleBook} has them all. A
 * new rule is a new class, a line in the list of its package, and two sentences in the bundle: what happened, and what
 * to do; a row of {@code statements.tsv}, from which {@code docs/findings.md} is drawn; and a transcript in the tests'
 * {@code cases} that makes it speak, beside one in which it is silent.
 */
package dev.fourshake.model.finding;
