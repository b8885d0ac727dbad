package dev.fourshake.app.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Set;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;

/**
 * Gives Paho's clients our {@link ClientSocket}. Both libraries find this class as a service, by a URI's scheme, and
 * ask for the same under other names.
 */
public final class PahoSocket implements org.eclipse.paho.client.mqttv3.spi.NetworkModuleFactory,
        org.eclipse.paho.mqttv5.client.spi.NetworkModuleFactory {

    @Override
    public Set<String> getSupportedUriSchemes() {
        return Set.of(SocketCarrier.SCHEME);
    }

    @Override
    public void validateURI(URI uri) {
        // It carries nothing: the address is in the socket.
    }

    @Override
    public org.eclipse.paho.client.mqttv3.internal.NetworkModule createNetworkModule(
            URI uri, MqttConnectOptions options, String clientId) {
        return new Module(SocketCarrier.socketOf(options.getSocketFactory()));
    }

    @Override
    public org.eclipse.paho.mqttv5.client.internal.NetworkModule createNetworkModule(
            URI uri, MqttConnectionOptions options, String clientId) {
        return new Module(SocketCarrier.socketOf(options.getSocketFactory()));
    }

    private record Module(ClientSocket socket) implements org.eclipse.paho.client.mqttv3.internal.NetworkModule,
            org.eclipse.paho.mqttv5.client.internal.NetworkModule {

        @Override
        public void start() throws IOException {
            socket.open();
        }

        @Override
        public InputStream getInputStream() {
            return socket.input();
        }

        @Override
        public OutputStream getOutputStream() {
            return socket.output();
        }

        @Override
        public void stop() {
            socket.close();
        }

        @Override
        public String getServerURI() {
            return SocketCarrier.URI;
        }
    }
}
