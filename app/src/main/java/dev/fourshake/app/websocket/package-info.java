/** Reads WebSocket streams (RFC 6455) that were captured: the upgrade, and the payload of the frames behind it. */
package dev.fourshake.app.websocket;
