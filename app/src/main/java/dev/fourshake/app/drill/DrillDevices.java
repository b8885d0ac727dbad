package dev.fourshake.app.drill;

/** What is drilled. */
public sealed interface DrillDevices {

    /** A client library, which does as it is told and can be asked what its application got. */
    record Library(DrillDevice.Maker maker) implements DrillDevices {
    }

    /** A device of which nothing is known but what it says on the wire. */
    record AtSite(Site site) implements DrillDevices {
    }

    /** The own client. */
    static DrillDevices own() {
        return new Library(OwnDevice.MAKER);
    }

    /**
     * The same, with the one port at which a device connects in all cases, where any free one was asked for.
     *
     * @throws DrillException where there is none
     */
    default DrillDevices settled() throws DrillException {
        return switch (this) {
            case Library library -> library;
            case AtSite(Site site) -> new AtSite(site.settled());
        };
    }

    /** As reports call it. */
    default String title() {
        return switch (this) {
            case Library(DrillDevice.Maker maker) -> maker.title();
            case AtSite(Site site) -> site.listen().toString();
        };
    }
}
