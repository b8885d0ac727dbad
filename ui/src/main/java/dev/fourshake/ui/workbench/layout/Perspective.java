package dev.fourshake.ui.workbench.layout;

import org.kordamp.ikonli.Ikon;

/**
 * A set of views arranged for one kind of work. The user's changes are kept for each perspective apart.
 *
 * @param id     lasting name in the saved state: letters, digits, {@code _ -}
 * @param title  from a bundle
 * @param icon   an icon of the Feather set
 * @param layout how it looks before the user changes it, and after Reset Perspective
 */
public record Perspective(String id, String title, Ikon icon, Layout layout) {
}
