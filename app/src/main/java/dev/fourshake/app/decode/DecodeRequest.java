package dev.fourshake.app.decode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.Optional;

/**
 * One packet to decode.
 *
 * @param protocol  of the connection; empty: anything legal in one of them is accepted
 * @param direction empty: either
 * @param tree      whether the field tree with its byte ranges is wanted as well
 */
record DecodeRequest(Bytes bytes, Optional<ProtocolVersion> protocol, Optional<Direction> direction,
                     DecodeContext context, boolean tree) {

    static DecodeRequest of(JsonNode line) throws BadRequestException {
        if (!line.isObject()) {
            throw new BadRequestException("request.object");
        }
        return new DecodeRequest(bytes(line), protocol(line), direction(line), context(line), tree(line));
    }

    private static Bytes bytes(JsonNode line) throws BadRequestException {
        String hex = text(line, "hex").orElseThrow(() -> new BadRequestException("request.hex.missing"));
        try {
            return Bytes.ofHex(hex);
        } catch (IllegalArgumentException _) {
            throw new BadRequestException("request.hex.invalid");
        }
    }

    private static Optional<ProtocolVersion> protocol(JsonNode line) throws BadRequestException {
        String code = text(line, "protocol").orElse(null);
        if (code == null) {
            return Optional.empty();
        }
        return Optional.of(ProtocolVersion.ofCode(code)
                .orElseThrow(() -> new BadRequestException("request.protocol.invalid", code)));
    }

    private static Optional<Direction> direction(JsonNode line) throws BadRequestException {
        String code = text(line, "direction").orElse(null);
        return switch (code) {
            case null -> Optional.empty();
            case "c2s" -> Optional.of(Direction.CLIENT_TO_SERVER);
            case "s2c" -> Optional.of(Direction.SERVER_TO_CLIENT);
            default -> throw new BadRequestException("request.direction.invalid", code);
        };
    }

    private static DecodeContext context(JsonNode line) throws BadRequestException {
        String code = text(line, "context").orElse(DecodeContext.ALONE.code());
        return DecodeContext.ofCode(code).orElseThrow(() -> new BadRequestException("request.context.invalid", code));
    }

    private static boolean tree(JsonNode line) throws BadRequestException {
        JsonNode value = line.path("tree");
        if (value.isMissingNode() || value.isBoolean()) {
            return value.asBoolean();
        }
        throw new BadRequestException("request.tree.invalid");
    }

    /** A field that is text; one that is null counts as left out. */
    private static Optional<String> text(JsonNode line, String name) throws BadRequestException {
        JsonNode value = line.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        } else if (value.isTextual()) {
            return Optional.of(value.textValue());
        }
        throw new BadRequestException("request.text", name);
    }
}
