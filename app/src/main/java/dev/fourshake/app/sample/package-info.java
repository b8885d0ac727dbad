/**
 * Made-up traffic in packet captures: what the build teaches {@code inspect} to start fast with, and benchmarks can be
 * run on.
 */
package dev.fourshake.app.sample;
