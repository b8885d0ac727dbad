package dev.fourshake.app.net;

/** The shortest words for why something failed on the network, to stand inside a sentence. */
public final class Reason {

    private Reason() {
    }

    /** {@code Connection refused}, without the system call before it and the address behind it. */
    public static String of(Throwable failure) {
        Throwable root = root(failure);
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return message.substring(message.lastIndexOf("): ") < 0 ? 0 : message.lastIndexOf("): ") + 3);
    }

    /** The cause that has no other behind it. */
    public static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
