package dev.fourshake.app.broker;

import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.demo.DemoExchange;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.ProtocolVersion;

/** A program of its own: a broker, one QoS 2 message in each protocol version, and the end without System.exit. */
final class QuietProcess {

    private QuietProcess() {
    }

    public static void main(String[] arguments) {
        try (EmbeddedBroker broker = EmbeddedBroker.start(_ -> { })) {
            int port = SharedBroker.addressOf(broker).getPort();
            for (ProtocolVersion version : ProtocolVersion.values()) {
                try (DemoExchange exchange = DemoExchange.start(
                        BrokerAddress.tcp("127.0.0.1", port), version, Qos.EXACTLY_ONCE)) {
                    System.out.println(version.code() + " " + exchange.done().join().payload().utf8());
                }
            }
        }
    }
}
