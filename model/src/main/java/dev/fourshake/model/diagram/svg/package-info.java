/** The sequence diagram as a picture that scales: {@link dev.fourshake.model.diagram.svg.SvgDiagram}. */
package dev.fourshake.model.diagram.svg;
