/** Where Fourshake keeps what belongs to the user: captures, certificates, the window's state. */
package dev.fourshake.app.data;
