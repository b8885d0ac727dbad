package dev.fourshake.fuzz;

import dev.fourshake.model.dissect.Decoded;
import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.dissect.Defect;
import dev.fourshake.model.dissect.Dissection;
import dev.fourshake.model.dissect.Field;
import dev.fourshake.model.encode.PacketEncoder;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;

/** Any bytes are dissected: the fast way agrees with the one that tells fields, and all stands within the packet. */
public final class DissectorTarget {

    private DissectorTarget() {
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Input input = new Input(data);
        ProtocolVersion version = input.choose(ProtocolVersion.values());
        Direction direction = input.choose(Direction.values());
        Bytes bytes = input.rest();
        Decoded decoded = Decoder.decode(bytes, version, direction);
        Dissection dissection = Decoder.dissect(bytes, version, direction);
        Promise.hold(decoded.equals(dissection.decoded()), "both ways decode the same");
        Promise.hold(decoded.length() <= bytes.length(), "a packet is not longer than its bytes");
        Promise.hold(decoded.isOk() == decoded.defects().isEmpty(), "good means without defects");
        decoded.defects().forEach(defect -> defect(defect, bytes));
        fields(dissection.fields(), 0, bytes.length());
        Decoder.dissect(bytes, null, null);
        if (decoded.isOk()) {
            again(decoded, direction);
        }
    }

    private static void defect(Defect defect, Bytes bytes) {
        Promise.hold(defect.offset() >= 0 && defect.length() >= 0
                && defect.offset() + defect.length() <= bytes.length(), "a defect stands within the bytes");
        Promise.hold(!defect.message().text().startsWith(defect.message().key()), "a defect has a sentence");
    }

    private static void fields(List<Field> fields, int from, int to) {
        for (Field field : fields) {
            Promise.hold(field.offset() >= from && field.offset() + field.length() <= to,
                    "a field stands within the one around it: " + field.name());
            field.meaning().ifPresent(meaning -> Promise.hold(!meaning.text().startsWith(meaning.key()),
                    "a meaning has a sentence"));
            fields(field.children(), field.offset(), field.offset() + field.length());
        }
    }

    /** What is good can be written, and read again. */
    private static void again(Decoded decoded, Direction direction) {
        Packet packet = decoded.packet().orElseThrow();
        Bytes written = PacketEncoder.encode(packet, decoded.version());
        Decoded read = Decoder.decode(written, decoded.version(), direction);
        Promise.hold(read.packet().equals(decoded.packet()), "what is written is read again");
    }
}
