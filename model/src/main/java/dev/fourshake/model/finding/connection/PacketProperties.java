package dev.fourshake.model.finding.connection;

import dev.fourshake.model.packet.Acknowledgement;
import dev.fourshake.model.packet.Auth;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.packet.Pingresp;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.Unsuback;
import dev.fourshake.model.packet.Unsubscribe;

/** The properties of any packet. */
final class PacketProperties {

    private PacketProperties() {
    }

    static Properties of(Packet packet) {
        return switch (packet) {
            case Connect connect -> connect.properties();
            case Connack connack -> connack.properties();
            case Publish publish -> publish.properties();
            case Acknowledgement acknowledgement -> acknowledgement.properties();
            case Subscribe subscribe -> subscribe.properties();
            case Suback suback -> suback.properties();
            case Unsubscribe unsubscribe -> unsubscribe.properties();
            case Unsuback unsuback -> unsuback.properties();
            case Disconnect disconnect -> disconnect.properties();
            case Auth auth -> auth.properties();
            case Pingreq _, Pingresp _ -> Properties.NONE;
        };
    }
}
