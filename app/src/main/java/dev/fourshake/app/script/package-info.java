/**
 * What a tap is to do with the traffic, as a small file in JSON or YAML: breakpoints with their reactions, and weak
 * lines. It makes a site's acceptance procedure repeatable. A file that is no script is refused with the place and a
 * sentence; nothing of it is done then.
 */
package dev.fourshake.app.script;
