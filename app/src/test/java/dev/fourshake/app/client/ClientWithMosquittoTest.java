package dev.fourshake.app.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fourshake.app.broker.Mosquitto;
import dev.fourshake.app.broker.OwnMosquitto;
import dev.fourshake.model.wire.ProtocolVersion;
import dev.fourshake.testing.RequiresMosquitto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@RequiresMosquitto
class ClientWithMosquittoTest extends ClientContract {

    @RegisterExtension
    private static final OwnMosquitto BROKER = new OwnMosquitto();

    @ParameterizedTest
    @EnumSource
    void isToldThatItIsNotAuthorized(ProtocolVersion version, @TempDir Path folder) throws IOException,
            InterruptedException {
        try (Mosquitto closed = Mosquitto.start(folder, "allow_anonymous false");
             DeviceClient client = DeviceClient.of(
                     ConnectOptions.to(BrokerAddress.tcp("127.0.0.1", closed.port()), version, "stranger")
                             .userName("operator").password("wrong").build(), ClientListener.NONE)) {
            ClientFailure failure = ClientFailure.in(assertThrows(CompletionException.class, client.connect()::join));
            assertEquals(ClientFailure.Kind.REFUSED, failure.kind());
            assertEquals((version.isMqtt5() ? "The broker refused the connection: Not authorized (0x87)."
                    : "The broker refused the connection: not authorized (0x05).")
                    + " Check user name and password, and what the broker allows this client.", failure.getMessage());
        }
    }

    @Override
    BrokerAddress broker() {
        return BrokerAddress.tcp(BROKER.address().host(), BROKER.address().port());
    }
}
