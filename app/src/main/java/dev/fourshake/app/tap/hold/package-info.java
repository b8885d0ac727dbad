/**
 * Hold and step: packets stand at a tap until they are let go, or something else is done with them. {@link
 * dev.fourshake.app.tap.hold.HoldControl} is what the user has in hand; a {@link dev.fourshake.app.tap.hold.LinkHold}
 * is one link by its breakpoints, and a {@link dev.fourshake.app.tap.hold.Gate} one direction of it. While nothing is
 * armed there is no gate. The tap's links and lanes are known by what is asked of them only.
 */
package dev.fourshake.app.tap.hold;
