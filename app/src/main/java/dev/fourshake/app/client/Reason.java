package dev.fourshake.app.client;

/** The shortest words for a technical cause, to stand inside a sentence. */
final class Reason {

    private Reason() {
    }

    static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = root.getMessage();
        return text == null || text.isBlank() ? root.getClass().getSimpleName() : text;
    }
}
