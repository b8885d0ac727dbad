package dev.fourshake.ui;

/** Where the program starts. */
public final class Main {

    private Main() {
    }

    /** Says which version this is; the desktop and the commands are still to come. */
    public static void main(String[] args) {
        System.out.println("fourshake " + Main.class.getPackage().getImplementationVersion());
    }
}
