package dev.fourshake.ui.workbench.quick;

import org.kordamp.ikonli.Ikon;

/**
 * Something that quick access can find.
 *
 * @param category what kind of thing it is, from a bundle
 * @param label    what is searched
 * @param icon     or null
 * @param key      its key binding as text, or empty
 * @param action   done when it is chosen
 */
public record QuickEntry(String category, String label, Ikon icon, String key, Runnable action) {
}
