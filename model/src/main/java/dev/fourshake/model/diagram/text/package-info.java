/** The sequence diagram as text, for terminals and reports: {@link dev.fourshake.model.diagram.text.TextDiagram}. */
package dev.fourshake.model.diagram.text;
