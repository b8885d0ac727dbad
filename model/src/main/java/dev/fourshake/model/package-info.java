/**
 * The protocol and what is made of its traffic, in pure Java: values in, values out. It knows no file, socket, thread
 * or clock, and nothing but the JDK.
 */
package dev.fourshake.model;
