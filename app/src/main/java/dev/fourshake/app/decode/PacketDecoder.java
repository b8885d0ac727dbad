package dev.fourshake.app.decode;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers requests to decode single packets, one JSON object a line. Stateless; any thread. */
public final class PacketDecoder {

    /** The largest packet there is has 256 MiB, and two digits for each byte. */
    private static final int MOST_DIGITS = Integer.MAX_VALUE;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(MOST_DIGITS).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private PacketDecoder() {
    }

    /** The answer to a line, without a line feed; to a line that is no request an object that says why. */
    public static String answer(String line) {
        JsonNode id = null;
        ObjectNode answer;
        try {
            JsonNode request = JSON.readTree(line);
            id = request.get("id");
            answer = DecodeAnswer.to(DecodeRequest.of(request));
        } catch (JacksonException broken) {
            answer = error(new BadRequestException("request.json", broken.getOriginalMessage()));
        } catch (NumberFormatException tooLong) {
            // A number whose exponent nobody can hold.
            answer = error(new BadRequestException("request.json", tooLong.getMessage()));
        } catch (BadRequestException refused) {
            answer = error(refused);
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (id != null) {
            json.set("id", id);
        }
        json.setAll(answer);
        return json.toString();
    }

    private static ObjectNode error(BadRequestException refused) {
        return JsonNodeFactory.instance.objectNode().put("error", refused.sentence().text());
    }
}
