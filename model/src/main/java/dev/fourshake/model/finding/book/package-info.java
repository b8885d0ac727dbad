/** All rules together: the one place that knows each package of them. */
package dev.fourshake.model.finding.book;
