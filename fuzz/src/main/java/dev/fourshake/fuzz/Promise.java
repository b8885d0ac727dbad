package dev.fourshake.fuzz;

/** What the code promises for any input. */
final class Promise {

    private Promise() {
    }

    /** @throws AssertionError where it is not kept */
    static void hold(boolean kept, String promise) {
        if (!kept) {
            throw new AssertionError(promise);
        }
    }
}
