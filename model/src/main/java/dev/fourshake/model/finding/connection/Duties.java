package dev.fourshake.model.finding.connection;

import dev.fourshake.model.finding.Numbered;
import dev.fourshake.model.session.LinkState;

/** Who has to close which link: written by the rules that know of it, read by {@link StaysOpenRule}. */
final class Duties {

    private final Numbered<Duty> links = new Numbered<>();

    /** The first duty of a link counts: what follows from it are no further faults. */
    void owe(LinkState link, Duty duty) {
        if (links.get(link.number()) == null) {
            links.put(link.number(), duty);
            link.watch();
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
