/** The Packet view: the fields of one packet beside its bytes. */
package dev.fourshake.ui.view.packet;
