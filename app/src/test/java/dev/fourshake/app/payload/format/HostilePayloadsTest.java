package dev.fourshake.app.payload.format;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.sun.management.ThreadMXBean;
import dev.fourshake.app.payload.PayloadContext;
import dev.fourshake.app.payload.PayloadException;
import dev.fourshake.app.payload.PayloadFormat;
import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.app.payload.PayloadLimits;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.app.payload.Schema;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Payloads that lie, break off, or unpack to too much: a format takes no more time and memory than it may, throws
 * nothing but its own exception, and says what is wrong in a sentence.
 */
class HostilePayloadsTest {

    private static final int MANY = 500_000;
    private static final Duration TIME = PayloadLimits.STANDARD.time().plusSeconds(4);
    private static final long MEMORY = 96L << 20;
    private static final Duration MUTATING = Duration.ofSeconds(1);
    private static final String PNG = "89504e470d0a1a0a0000000d49484452";
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private static Path folder;
    private static Schema schema;

    /** {@code message Node { Node node = 1; repeated uint32 n = 2; bytes b = 3; string s = 4; }}. */
    @BeforeAll
    static void descriptor() throws IOException {
        DescriptorProto node = DescriptorProto.newBuilder().setName("Node")
                .addField(field(1, "node", FieldDescriptorProto.Type.TYPE_MESSAGE).setTypeName(".Node"))
                .addField(field(2, "n", FieldDescriptorProto.Type.TYPE_UINT32)
                        .setLabel(FieldDescriptorProto.Label.LABEL_REPEATED))
                .addField(field(3, "b", FieldDescriptorProto.Type.TYPE_BYTES))
                .addField(field(4, "s", FieldDescriptorProto.Type.TYPE_STRING)).build();
        Path file = Files.write(folder.resolve("node.desc"), FileDescriptorSet.newBuilder().addFile(
                FileDescriptorProto.newBuilder().setName("n.proto").setSyntax("proto3").addMessageType(node)).build()
                .toByteArray());
        schema = new Schema(Optional.of(file), Optional.of("Node"));
    }

    private static FieldDescriptorProto.Builder field(int number, String name, FieldDescriptorProto.Type type) {
        return FieldDescriptorProto.newBuilder().setNumber(number).setName(name).setType(type)
                .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL);
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                hostile("msgpack", "arrays in arrays", () -> repeated("91", MANY)),
                hostile("msgpack", "maps in maps", () -> repeated("8101", MANY)),
                hostile("msgpack", "maps whose keys are arrays in arrays", () -> hex("81" + "91".repeat(100_000))),
                hostile("msgpack", "an array of 4 G", () -> hex("ddffffffff01")),
                hostile("msgpack", "a map of 2 G", () -> hex("df7fffffff0101")),
                hostile("msgpack", "a string of 2 GB", () -> hex("db7fffffff61")),
                hostile("msgpack", "a string of 4 GB", () -> hex("dbffffffff61")),
                hostile("msgpack", "an extension of 2 GB", () -> hex("c97fffffff0161")),
                hostile("msgpack", "many small values", () -> repeated("c0", 20 * MANY)),
                hostile("msgpack", "keys that are large groups", () -> keys(2000, 20_000)),
                hostile("msgpack", "a time far away", () -> hex("c70cffffffffff7fffffffffffffff")),
                hostile("msgpack", "10 MB in one value", () -> join(hex("c600989680"), new byte[10_000_000])),
                hostile("msgpack", "10 MB of text", () -> join(hex("db00989680"), text("x".repeat(10_000_000)))),
                hostile("protobuf", "groups in groups", () -> repeated("0b", MANY)),
                hostile("protobuf", "groups in groups, behind a length",
                        () -> join(hex("0aa0c21e"), repeated("0b", MANY))),
                hostile("protobuf", "messages in messages", () -> nested(20_000)),
                hostile("protobuf", "messages of many fields in one another", () -> wide(90, 8_000_000)),
                hostile("protobuf", "a length of 2 GB", () -> hex("0a" + "ffffffff07")),
                hostile("protobuf", "a negative length", () -> hex("0a" + "ffffffffffffffffff01")),
                hostile("protobuf", "10 MB of bytes", () -> join(hex("1a80ade204"), new byte[10_000_000])),
                hostile("protobuf", "10 MB of text", () -> join(hex("2280ade204"), text("x".repeat(10_000_000)))),
                hostile("protobuf", "many small values", () -> repeated("1000", 10 * MANY)),
                hostile("protobuf", "many in one", () -> join(hex("1280ade204"), new byte[10_000_000])),
                hostile("sparkplug", "groups in groups", () -> repeated("13", MANY)),
                hostile("sparkplug", "a length of 2 GB", () -> hex("12" + "ffffffff07")),
                hostile("sparkplug", "many metrics", () -> repeated("1200", 10 * MANY)),
                hostile("sparkplug", "templates in templates", () -> template(5_000)),
                hostile("image", "100,000 by 100,000", () -> hex(PNG + "000186a0000186a00806000000")),
                hostile("image", "4 G by 4 G", () -> hex(PNG + "ffffffffffffffff0806000000")),
                hostile("image", "a BMP of the smallest number", () -> hex("424d1a0000000000000010000000"
                        + "28000000" + "0000008000000080")),
                hostile("image", "a JPEG of segments without end", () -> join(hex("ffd8"), repeated("ffe00002", MANY))),
                hostile("image", "a JPEG of filling", () -> join(hex("ffd8"), repeated("ff", 10 * MANY))),
                hostile("base64", "10 MB", () -> repeated("41", 10_000_000)),
                hostile("base64", "lines without end", () -> repeated("0d0a", 10 * MANY)),
                hostile("base64", "in Base64 in Base64", () -> base64(8)),
                hostile("compressed", "a bomb of gzip", () -> pack(true, 100)),
                hostile("compressed", "a bomb of zlib", () -> pack(false, 100)),
                hostile("compressed", "gzip in gzip in gzip", () -> bombs(6)),
                hostile("compressed", "members without end", () -> members(200_000)),
                hostile("compressed", "a name without end", () -> join(hex("1f8b0808000000000003"),
                        repeated("41", 10 * MANY))),
                hostile("compressed", "an unknown dictionary", () -> hex("78bb00000000")),
                hostile("compressed", "a zlib of nothing", () -> join(hex("789c"), repeated("000000ffff", MANY))));
    }

    private static Arguments hostile(String format, String what, Supplier<byte[]> payload) {
        return Arguments.of(format, what, payload);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("hostile")
    void takesNoMoreThanItMay(String format, String what, Supplier<byte[]> payload) {
        Bytes bytes = Bytes.of(payload.get());
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long begun = THREADS.getCurrentThreadCpuTime();
        read(format, bytes);
        long took = THREADS.getCurrentThreadCpuTime() - begun;
        long used = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        assertTrue(took < TIME.toNanos(), () -> what + " took " + Duration.ofNanos(took));
        assertTrue(used < MEMORY + 4L * bytes.length(), () -> what + " took " + (used >> 20) + " MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"msgpack", "protobuf", "sparkplug", "image", "base64", "compressed"})
    void brokenOffAtEachByteAndChangedAnyhow(String format) {
        byte[] whole = sample(format);
        for (int length = 0; length <= whole.length; length++) {
            read(format, Bytes.of(Arrays.copyOf(whole, length)));
        }
        Random random = new Random(format.hashCode());
        for (long end = System.nanoTime() + MUTATING.toNanos(); System.nanoTime() < end;) {
            read(format, Bytes.of(changed(whole, random)));
        }
    }

    private static byte[] changed(byte[] whole, Random random) {
        byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(2 * whole.length)) : whole.clone();
        for (int i = random.nextInt(6); i >= 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) (bytes[at] ^ 1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] sample(String format) {
        return switch (format) {
            case "msgpack" -> hex("86a174cb4035800000000000" + "0793ffc0c4020102" + "a26174d6ff00000001"
                    + "9101d9026f6b" + "c2c70cff0000000100000000000000ff" + "a0d402aa");
            case "protobuf" -> hex("0a080a0210011001" + "1000" + "12020102" + "1a02ff00" + "22026f6b" + "2b08012c"
                    + "3d0000803f" + "410000000000000840" + "4a0408011001");
            case "sparkplug" -> hex("08a08d06" + "12" + "10" + "0a0174" + "1001" + "2003" + "5015" + "3801"
                    + "4a0408011001" + "1801" + "22026f6b");
            case "image" -> join(hex("ffd8ffe000040000ffc000110800400080030122000211010311"), hex("01ffd9"));
            case "base64" -> Base64.getMimeEncoder().encode(text("{\"pressure\": [1, 2, 3], \"unit\": \"bar\"}"));
            case "compressed" -> packed(true, text("{\"pressure\": [1, 2, 3], \"unit\": \"bar\"}"));
            default -> throw new IllegalArgumentException(format);
        };
    }

    /** Reads as the Payload view does, first by looking, and holds the format to its interface. */
    private static void read(String id, Bytes payload) {
        PayloadFormat format = Reading.READER.format(id).orElseThrow();
        PayloadHints hints = id.equals("sparkplug") ? PayloadHints.ofTopic("spBv1.0/g/NDATA/n") : PayloadHints.NONE;
        format.likelihood(hints, payload);
        try {
            Rendering rendering = format.render(payload, new PayloadContext(Reading.READER, hints,
                    PayloadLimits.STANDARD, id.equals("protobuf") ? schema : Schema.NONE, true, 0));
            rendering.notes().forEach(note -> isSentence(note.message()));
        } catch (PayloadException refused) {
            isSentence(refused.reason());
        }
    }

    private static void isSentence(Message message) {
        String text = message.text(Locale.ENGLISH);
        assertTrue(text.length() > 10 && text.length() < 300 && text.lines().count() == 1, text);
        assertFalse(text.contains("Exception") || text.contains("Error") || text.endsWith("null"), text);
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] repeated(String hex, int times) {
        byte[] one = hex(hex);
        byte[] all = new byte[one.length * times];
        for (int i = 0; i < all.length; i++) {
            all[i] = one[i % one.length];
        }
        return all;
    }

    /** A map whose keys are arrays of so many values. */
    private static byte[] keys(int keys, int values) {
        byte[] entry = join(join(hex("dd"), new byte[] {0, 0, (byte) (values >> 8), (byte) values}),
                new byte[values + 1]);
        byte[] all = join(hex("df"), new byte[] {0, 0, (byte) (keys >> 8), (byte) keys});
        byte[] map = Arrays.copyOf(all, all.length + keys * entry.length);
        for (int i = 0; i < keys; i++) {
            System.arraycopy(entry, 0, map, all.length + i * entry.length, entry.length);
        }
        return map;
    }

    /** Field 1 in field 1, each with the right length. */
    private static byte[] nested(int depth) {
        return wrapped(new byte[0], "0a", depth);
    }

    /** The same around many fields. */
    private static byte[] wide(int depth, int bytes) {
        return wrapped(repeated("1000", bytes / 2), "52", depth);
    }

    private static byte[] template(int depth) {
        byte[] inner = hex("12023801");
        for (int i = 0; i < depth; i++) {
            inner = wrapped(wrapped(inner, "9201", 1), "12", 1);
        }
        return inner;
    }

    private static byte[] wrapped(byte[] inner, String tag, int depth) {
        byte[] key = hex(tag);
        byte[] room = new byte[inner.length + depth * (key.length + 5)];
        int at = room.length - inner.length;
        System.arraycopy(inner, 0, room, at, inner.length);
        for (int i = 0; i < depth; i++) {
            int length = room.length - at;
            byte[] varint = varint(length);
            at -= varint.length;
            System.arraycopy(varint, 0, room, at, varint.length);
            at -= key.length;
            System.arraycopy(key, 0, room, at, key.length);
        }
        return Arrays.copyOfRange(room, at, room.length);
    }

    private static byte[] varint(int value) {
        byte[] digits = new byte[5];
        int count = 0;
        for (int left = value; count == 0 || left != 0; left >>>= 7) {
            digits[count++] = (byte) (left > 0x7F ? left & 0x7F | 0x80 : left);
        }
        return Arrays.copyOf(digits, count);
    }

    private static byte[] base64(int levels) {
        byte[] inner = text("The quick brown fox jumps over the lazy dog");
        for (int i = 0; i < levels; i++) {
            inner = Base64.getEncoder().encode(inner);
        }
        return inner;
    }

    /** So many MB of nothing. */
    private static byte[] pack(boolean gzip, int megabytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = gzip ? new GZIPOutputStream(packed) : new DeflaterOutputStream(packed)) {
            byte[] part = new byte[1_000_000];
            for (int i = 0; i < megabytes; i++) {
                out.write(part);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static byte[] packed(boolean gzip, byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = gzip ? new GZIPOutputStream(packed) : new DeflaterOutputStream(packed)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static byte[] bombs(int levels) {
        byte[] bomb = pack(true, 100);
        for (int i = 0; i < levels; i++) {
            bomb = packed(true, bomb);
        }
        return bomb;
    }

    /** One empty gzip file behind the other, which are one file together (RFC 1952 section 2.2). */
    private static byte[] members(int count) {
        return repeated(HexFormat.of().formatHex(packed(true, new byte[0])), count);
    }
}
