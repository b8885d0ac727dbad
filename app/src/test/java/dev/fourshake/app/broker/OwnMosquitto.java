package dev.fourshake.app.broker;

import dev.fourshake.app.net.HostPort;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A mosquitto that lets anybody in, for the tests of one class. Registered in a static field of it. */
public final class OwnMosquitto implements BeforeAllCallback, AfterAllCallback {

    private Path folder;
    private Mosquitto mosquitto;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        folder = Files.createTempDirectory("mosquitto");
        mosquitto = Mosquitto.start(folder, "allow_anonymous true");
    }

    public HostPort address() {
        return HostPort.loopback(mosquitto.port());
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException, InterruptedException {
        if (mosquitto != null) {
            mosquitto.close();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
