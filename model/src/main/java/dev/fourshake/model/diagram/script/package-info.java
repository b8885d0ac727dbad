/** The diagram in the languages of programs that draw sequence diagrams from text. */
package dev.fourshake.model.diagram.script;
