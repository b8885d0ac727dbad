package dev.fourshake.ui.workbench.theme;

/** What the user chose in Window → Theme. */
public enum ThemeChoice {
    /** As the operating system says, also when it changes while the program runs. */
    SYSTEM, LIGHT, DARK
}
