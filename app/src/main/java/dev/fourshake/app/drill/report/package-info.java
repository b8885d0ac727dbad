/** Writes what a drill has come to, for people and for pipelines. */
package dev.fourshake.app.drill.report;
