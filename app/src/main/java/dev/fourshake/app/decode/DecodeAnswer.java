package dev.fourshake.app.decode;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fourshake.model.dissect.Decoded;
import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.dissect.Defect;
import dev.fourshake.model.dissect.Dissection;
import dev.fourshake.model.dissect.Field;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What one packet is and whether it is good, as a JSON object: the contract of {@code fourshake decode}. */
final class DecodeAnswer {

    private static final int PROTOCOL_ERROR = 0x82;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** One reading of the bytes, and what it breaks on its connection. */
    private record Reading(Decoded decoded, Direction direction, Optional<ConnectionJudge.Breach> broken) {

        boolean isOk() {
            return decoded.isOk() && broken.isEmpty();
        }
    }

    private DecodeAnswer() {
    }

    static ObjectNode to(DecodeRequest request) {
        Reading reading = read(request);
        Decoded decoded = reading.decoded();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Defect defect = decoded.verdict().orElse(null);
        json.put("verdict", defect != null ? defect.verdict().name().toLowerCase(Locale.ROOT)
                : reading.isOk() ? "ok" : Defect.Verdict.PROTOCOL_ERROR.name().toLowerCase(Locale.ROOT));
        if (!request.bytes().isEmpty()) {
            json.put("type", decoded.type().name());
        }
        json.put("protocol", decoded.version().code());
        if (defect != null) {
            broken(json, defect.rule(), defect.reasonCode(), defect.offset(), defect.length(), defect.message().text());
        } else if (reading.broken().isPresent()) {
            ConnectionJudge.Breach breach = reading.broken().get();
            broken(json, breach.rule(), decoded.version().isMqtt5() ? PROTOCOL_ERROR : -1, 0, decoded.length(),
                    breach.message().text());
        } else {
            json.put("length", decoded.length());
        }
        Packet packet = decoded.packet().orElse(null);
        if (packet != null) {
            json.set("fields", new PacketJson(decoded.version()).of(packet));
        }
        if (decoded.length() < request.bytes().length()) {
            json.put("trailing", request.bytes().length() - decoded.length());
        }
        if (request.tree()) {
            Dissection dissection = Decoder.dissect(request.bytes(), decoded.version(), reading.direction());
            tree(json.putArray("tree"), dissection.fields(), request.bytes());
        }
        return json;
    }

    /** The reading that is legal; where none is, the one that the decoder takes for the least broken. */
    private static Reading read(DecodeRequest request) {
        Bytes bytes = request.bytes();
        Decoded best = Decoder.decode(bytes, request.protocol().orElse(null), request.direction().orElse(null));
        Reading first = null;
        for (Direction direction : request.direction().map(List::of).orElse(List.of(Direction.values()))) {
            Decoded decoded = Decoder.decode(bytes, request.protocol().orElse(null), direction);
            Optional<ConnectionJudge.Breach> broken = decoded.isOk()
                    ? ConnectionJudge.judge(decoded, bytes.slice(0, decoded.length()), direction, request.context())
                    : Optional.empty();
            Reading reading = new Reading(decoded, direction, broken);
            if (reading.isOk()) {
                return reading;
            }
            if (first == null || decoded.isOk() && !first.decoded().isOk() || decoded.equals(best)
                    && !first.decoded().isOk()) {
                first = reading;
            }
        }
        return first;
    }

    private static void broken(ObjectNode json, String rule, int reasonCode, int offset, int length, String message) {
        json.put("rule", rule);
        if (reasonCode >= 0) {
            json.put("reasonCode", "0x" + HEX.toHexDigits((byte) reasonCode));
        }
        json.put("offset", offset);
        json.put("length", length);
        json.put("message", message);
    }

    private static void tree(ArrayNode json, List<Field> fields, Bytes bytes) {
        for (Field field : fields) {
            ObjectNode one = json.addObject();
            one.put("name", field.name());
            one.put("offset", field.offset());
            one.put("length", field.length());
            one.put("raw", bytes.slice(field.offset(), field.length()).hex());
            if (field.bitMask() != 0xFF) {
                one.put("bitMask", "0x" + HEX.toHexDigits((byte) field.bitMask()));
            }
            if (!field.value().isEmpty()) {
                one.put("value", field.value());
            }
            field.meaning().ifPresent(meaning -> one.put("meaning", meaning.text()));
            if (!field.children().isEmpty()) {
                tree(one.putArray("fields"), field.children(), bytes);
            }
        }
    }
}
