/**
 * Packet captures of other programs (pcap, pcapng): their packets one after the other, as they are in the file, and
 * where in them the IP packet begins. Knows nothing of TCP.
 */
package dev.fourshake.app.pcap;
