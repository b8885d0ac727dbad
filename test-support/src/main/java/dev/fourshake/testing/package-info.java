/**
 * What the tests of every module share: saying what a test needs of the machine, and telling at the end of a build
 * which tests were skipped and why.
 */
package dev.fourshake.testing;
