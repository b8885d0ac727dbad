package dev.fourshake.app.payload.format;

import java.time.Instant;

/** The data types of Sparkplug B (Eclipse Sparkplug 3.0, section 6.4.16), numbered by their order. */
enum SparkplugType {
    UNKNOWN("Unknown"), INT8("Int8"), INT16("Int16"), INT32("Int32"), INT64("Int64"), UINT8("UInt8"), UINT16("UInt16"),
    UINT32("UInt32"), UINT64("UInt64"), FLOAT("Float"), DOUBLE("Double"), BOOLEAN("Boolean"), STRING("String"),
    DATE_TIME("DateTime"), TEXT("Text"), UUID("UUID"), DATA_SET("DataSet"), BYTES("Bytes"), FILE("File"),
    TEMPLATE("Template"), PROPERTY_SET("PropertySet"), PROPERTY_SET_LIST("PropertySetList"), INT8_ARRAY("Int8Array"),
    INT16_ARRAY("Int16Array"), INT32_ARRAY("Int32Array"), INT64_ARRAY("Int64Array"), UINT8_ARRAY("UInt8Array"),
    UINT16_ARRAY("UInt16Array"), UINT32_ARRAY("UInt32Array"), UINT64_ARRAY("UInt64Array"), FLOAT_ARRAY("FloatArray"),
    DOUBLE_ARRAY("DoubleArray"), BOOLEAN_ARRAY("BooleanArray"), STRING_ARRAY("StringArray"),
    DATE_TIME_ARRAY("DateTimeArray");

    private final String title;

    SparkplugType(String title) {
        this.title = title;
    }

    /** As the specification spells it. */
    String title() {
        return title;
    }

    /** The type with this number, written in digits; {@link #UNKNOWN} for others. */
    static SparkplugType of(String number) {
        try {
            int index = Integer.parseInt(number);
            return index < values().length && index >= 0 ? values()[index] : UNKNOWN;
        } catch (NumberFormatException _) {
            return UNKNOWN;
        }
    }

    /** The title of the type with this number; the number where there is none. */
    static String titleOf(String number) {
        SparkplugType type = of(number);
        return type == UNKNOWN && !number.equals("0") ? number : type.title();
    }

    /**
     * The value that an unsigned number of the wire stands for: small negative ones are sent as their two's complement.
     */
    String reading(String unsigned) {
        try {
            return switch (this) {
                case INT8 -> Byte.toString((byte) Long.parseUnsignedLong(unsigned));
                case INT16 -> Short.toString((short) Long.parseUnsignedLong(unsigned));
                case INT32 -> Integer.toString((int) Long.parseUnsignedLong(unsigned));
                case INT64 -> Long.toString(Long.parseUnsignedLong(unsigned));
                case DATE_TIME -> time(unsigned);
                case UNKNOWN, UINT8, UINT16, UINT32, UINT64, FLOAT, DOUBLE, BOOLEAN, STRING, TEXT, UUID, DATA_SET,
                        BYTES,
                     FILE, TEMPLATE, PROPERTY_SET, PROPERTY_SET_LIST, INT8_ARRAY, INT16_ARRAY, INT32_ARRAY, INT64_ARRAY,
                     UINT8_ARRAY, UINT16_ARRAY, UINT32_ARRAY, UINT64_ARRAY, FLOAT_ARRAY, DOUBLE_ARRAY, BOOLEAN_ARRAY,
                     STRING_ARRAY, DATE_TIME_ARRAY -> unsigned;
            };
        } catch (NumberFormatException _) {
            return unsigned;
        }
    }

    /** Milliseconds since 1970 as a time in UTC. */
    static String time(String millis) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(millis)).toString();
        } catch (NumberFormatException _) {
            return millis;
        }
    }
}
