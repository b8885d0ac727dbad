package dev.fourshake.app.cli;

import dev.fourshake.app.data.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** Program, Java and operating system: what a report of a fault has to say. */
final class VersionText implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"fourshake " + ProgramVersion.current(),
            "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
            + System.getProperty("os.version")};
    }
}
