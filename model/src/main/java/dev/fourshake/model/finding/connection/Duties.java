package dev.fourshake.model.finding.connection;

/** Who has to close which link: written by the rules that know of it, read by {@link StaysOpenRule}. */
final class Duties {

    private final Numbered<Duty> links = new Numbered<>();

    /** The first duty of a link counts: what follows from it are no further faults. */
    void owe(int link, Duty duty) {
        if (links.get(link) == null) {
            links.put(link, duty);
        }
    }

    /** The duty on a link; null where there is none. */
    Duty of(int link) {
        return links.get(link);
    }

    void forget(int link) {
        links.forget(link);
    }
}
