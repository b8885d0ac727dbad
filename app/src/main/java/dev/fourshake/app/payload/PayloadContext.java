package dev.fourshake.app.payload;

import dev.fourshake.model.wire.Bytes;

/**
 * What a format may use while it describes a payload.
 *
 * @param schema where the user says in which messages it is written
 * @param wanted whether the user asked for this format, and may want what nobody else would
 * @param level  how many payloads this one is packed in
 */
public record PayloadContext(PayloadReader reader, PayloadHints hints, PayloadLimits limits, Schema schema,
                             boolean wanted, int level) {

    /** Reads what was packed in a payload by looking again, without the payload's own hints. */
    public ReadPayload inside(Bytes unpacked) {
        return reader.inside(unpacked, new PayloadContext(reader, hints.inside(), limits, Schema.NONE, false,
                level + 1));
    }

    /** Whether something that is packed in this payload may be unpacked. */
    public boolean mayUnpack() {
        return level < 4;
    }
}
