package dev.fourshake.app.payload;

import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.wire.Bytes;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What is known of a payload beside its bytes.
 *
 * @param topic       after its alias was resolved; empty if unknown
 * @param contentType as it was sent (MQTT 5.0 section 3.3.2.3.9)
 * @param saidUtf8    whether the Payload Format Indicator says that it is UTF-8 (MQTT 5.0 section 3.3.2.3.2)
 * @param earlier     the last payload on another topic that came before; may be slow
 */
public record PayloadHints(String topic, Optional<String> contentType, boolean saidUtf8,
                           Function<String, Optional<Bytes>> earlier) {

    public static final PayloadHints NONE = ofTopic("");

    public static PayloadHints ofTopic(String topic) {
        return new PayloadHints(topic, Optional.empty(), false, _ -> Optional.empty());
    }

    /** @param topic after its alias was resolved */
    public static PayloadHints of(Publish publish, String topic, Function<String, Optional<Bytes>> earlier) {
        return new PayloadHints(topic, publish.properties().text(PropertyId.CONTENT_TYPE),
                publish.properties().number(PropertyId.PAYLOAD_FORMAT_INDICATOR).orElse(0) == 1, earlier);
    }

    /** The same bytes' inside, of which the Content Type says nothing. */
    PayloadHints inside() {
        return new PayloadHints("", Optional.empty(), false, earlier);
    }

    /**
     * The Content Type in lower case without its parameters, such as {@code application/json}; empty if there is none.
     */
    public String mediaType() {
        return contentType.map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)).orElse("");
    }

    /** Whether the Content Type is {@code text/…} with this {@code charset}, named in lower case. */
    public boolean isTextOf(String charset) {
        return mediaType().startsWith("text/") && contentType.orElse("").toLowerCase(Locale.ROOT).replace("\"", "")
                .matches(".*;\\s*charset=" + Pattern.quote(charset) + "\\s*(;.*)?");
    }

    /**
     * {@link Likelihood#CONTENT_TYPE} if the Content Type is one of these, or has the structured syntax suffix (RFC
     * 6839).
     *
     * @param suffix such as {@code +json}; empty for none
     */
    public Likelihood typed(Set<String> types, String suffix) {
        String type = mediaType();
        return Likelihood.CONTENT_TYPE.when(types.contains(type) || !suffix.isEmpty() && type.endsWith(suffix));
    }
}
