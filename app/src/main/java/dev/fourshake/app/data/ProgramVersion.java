package dev.fourshake.app.data;

/** Which Fourshake this is. */
public final class ProgramVersion {

    private ProgramVersion() {
    }

    /** The version that the build wrote into the jar; {@code development} where there is no jar. */
    public static String current() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
