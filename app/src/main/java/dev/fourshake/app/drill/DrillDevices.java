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

    /** As reports call it. */
    default String title() {
        return switch (this) {
            case Library(DrillDevice.Maker maker) -> maker.title();
            case AtSite(Site site) -> site.listen().toString();
        };
    }
}
