package dev.fourshake.app.cli;

import dev.fourshake.app.data.UserData;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.tap.tls.BrokerTls;
import dev.fourshake.app.tap.tls.DeviceTls;
import dev.fourshake.app.tap.tls.TrustGrant;
import dev.fourshake.model.text.Message;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** TLS on the two sides of a tap, as the command line asks for it. */
final class TlsOptions {

    @Option(names = "--listen-tls", descriptionKey = "tls.listen")
    private boolean listenTls;

    @Option(names = "--cert", paramLabel = "PEM", descriptionKey = "tls.cert")
    private Path certificate;

    @Option(names = "--key", paramLabel = "PEM", descriptionKey = "tls.key")
    private Path key;

    @Option(names = "--to-tls", descriptionKey = "tls.to")
    private boolean toTls;

    @Option(names = "--ca", paramLabel = "PEM", descriptionKey = "tls.ca")
    private Path authorities;

    @Option(names = "--insecure", descriptionKey = "tls.insecure")
    private boolean insecure;

    @Option(names = "--trust", paramLabel = "DEVICE=SHA256|any", descriptionKey = "tls.trust")
    private List<String> trust = List.of();

    TapOptions applyTo(TapOptions options, UserData data) {
        if ((certificate == null) != (key == null)) {
            throw CommandFailure.wrongCall(Message.of(TlsOptions.class, "tls.pair"));
        }
        return options.withDeviceTls(device(data)).withBrokerTls(broker())
                .withGrants(trust.stream().map(TlsOptions::grant).toList());
    }

    private DeviceTls device(UserData data) {
        return certificate != null ? new DeviceTls.Pem(certificate, key)
                : listenTls ? new DeviceTls.Own(data.resolve("tls")) : new DeviceTls.None();
    }

    private BrokerTls broker() {
        return insecure ? new BrokerTls.Unverified()
                : authorities != null ? new BrokerTls.PemTrust(authorities)
                : toTls ? new BrokerTls.SystemTrust() : new BrokerTls.None();
    }

    private static TrustGrant grant(String text) {
        try {
            return TrustGrant.parse(text);
        } catch (IllegalArgumentException _) {
            throw CommandFailure.wrongCall(Message.of(TlsOptions.class, "tls.trust.invalid", text));
        }
    }
}
