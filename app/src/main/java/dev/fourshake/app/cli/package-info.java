/**
 * The command line: one class a command, each a thin edge around the parts that do the work. Data goes to standard
 * output, messages and progress to standard error; the exit status is that of {@link dev.fourshake.app.cli.ExitStatus}.
 */
package dev.fourshake.app.cli;
