package dev.fourshake.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts the script that writes pcaps and the truth about them; see {@link RequiresPcapGenerator}. */
public final class PcapGenerator {

    /** Environment variable: where the script is. */
    static final String VARIABLE = "FOURSHAKE_PCAP_GENERATOR";

    private PcapGenerator() {
    }

    static Optional<Path> script() {
        return Optional.ofNullable(System.getenv(VARIABLE)).map(Path::of).filter(Files::isRegularFile);
    }

    /**
     * Writes a pcap and its truth, as JSON.
     *
     * @param options of the script, besides where the two are to be written
     */
    public static void write(Path pcap, Path truth, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Programs.get("python3").toString(),
                script().orElseThrow().toString(), "--out", pcap.toString(), "--truth", truth.toString()));
        command.addAll(options);
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException("The script of pcaps failed: " + command);
        }
    }
}
