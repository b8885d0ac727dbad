package dev.fourshake.model.dissect;

import dev.fourshake.model.packet.Auth;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.PropertyId;

/**
 * AUTH (MQTT 5.0 section 3.15). Only an AUTH without any properties and with the code 0 may leave both out; any other
 * has to have an Authentication Method.
 */
final class AuthDecoder implements PacketDecoder {

    @Override
    public Packet decode(PacketReader in) {
        if (in.isAtEnd()) {
            if (in.direction() != null && !ReasonCodes.isAllowed(in.type(), in.version(), in.direction(), 0)) {
                in.defect(Rule.AUTH_CODE, in.position(), 0, in.type().name(), Preview.code(0), 1);
            }
            return new Auth(0, Properties.NONE);
        }
        in.open("Variable Header");
        int reasonCode = in.reasonCode("Authenticate Reason Code", Rule.AUTH_CODE);
        int propertiesAt = in.position();
        Properties properties = PropertiesDecoder.ofPacket(in);
        if (!in.isMalformed() && properties.text(PropertyId.AUTHENTICATION_METHOD).isEmpty()) {
            in.defect(Rule.AUTHENTICATION_METHOD_MISSING, propertiesAt, in.position() - propertiesAt);
        }
        in.close();
        return new Auth(reasonCode, properties);
    }
}
