package dev.fourshake.app.payload.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.fourshake.app.payload.Choice;
import dev.fourshake.app.payload.PayloadException;
import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.app.payload.PayloadLimits;
import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.ReadPayload;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.app.payload.Schema;
import dev.fourshake.model.wire.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protobuf with and without a descriptor, and Sparkplug B. */
class ProtobufFormatsTest {

    @TempDir
    Path folder;

    /** {@code message Reading { sint32 t = 1; repeated uint32 n = 2; string id = 3; }} in package plant. */
    private Path descriptor() throws IOException {
        DescriptorProto message = DescriptorProto.newBuilder().setName("Reading")
                .addField(field(1, "t", FieldDescriptorProto.Type.TYPE_SINT32, false))
                .addField(field(2, "n", FieldDescriptorProto.Type.TYPE_UINT32, true))
                .addField(field(3, "id", FieldDescriptorProto.Type.TYPE_STRING, false)).build();
        FileDescriptorProto file = FileDescriptorProto.newBuilder().setName("r.proto").setPackage("plant")
                .setSyntax("proto3").addMessageType(message).build();
        return Files.write(folder.resolve("r.desc"),
                FileDescriptorSet.newBuilder().addFile(file).build().toByteArray());
    }

    private static FieldDescriptorProto field(int number, String name, FieldDescriptorProto.Type type,
            boolean repeated) {
        return FieldDescriptorProto.newBuilder().setNumber(number).setName(name).setType(type)
                .setLabel(repeated ? FieldDescriptorProto.Label.LABEL_REPEATED
                        : FieldDescriptorProto.Label.LABEL_OPTIONAL)
                .build();
    }

    private ReadPayload read(String hex, Path descriptor, String type) {
        Schema schema = new Schema(Optional.of(descriptor), Optional.of(type));
        return Reading.READER.read(Bytes.ofHex(hex), PayloadHints.NONE, Choice.forThis("protobuf", schema),
                PayloadLimits.STANDARD);
    }

    @Test
    void withoutADescriptorTheFieldsHaveNumbers() {
        Rendering rendering = Reading.ofHex("protobuf", "08 2a 12 02 6f6b 1a 04 08 01 10 00 25 0000803f");
        assertEquals("42", Reading.at(rendering, "1").value());
        assertEquals("ok", Reading.at(rendering, "2").value());
        assertEquals("1", Reading.at(rendering, "3", "1").value());
        assertEquals("1065353216 (1.0)", Reading.at(rendering, "4").value());
    }

    @Test
    void withADescriptorTheFieldsHaveNamesTypesAndBytes() throws IOException {
        Rendering rendering = read("08 03 12 02 01 02 1a 02 6f6b 20 07", descriptor(), "plant.Reading").rendering();
        assertEquals("-2", Reading.at(rendering, "t").value());
        assertEquals("2", Reading.at(rendering, "n", "1").value());
        assertEquals("ok", Reading.at(rendering, "id").value());
        assertEquals(1, Reading.at(rendering, "t").offset());
        // A field that the descriptor does not know.
        assertEquals("7", Reading.at(rendering, "4").value());
    }

    @Test
    void whatComesBeforeAFaultIsShown() throws IOException {
        Rendering rendering = read("08 03 1a 7f 6f", descriptor(), "plant.Reading").rendering();
        assertEquals("-2", Reading.at(rendering, "t").value());
        assertTrue(Reading.notes(rendering).toString().contains("It breaks off: "));
    }

    @Test
    void aDescriptorListsItsMessages() throws Exception {
        assertEquals(List.of("plant.Reading"), DescriptorFile.messageTypes(descriptor()));
    }

    @Test
    void whatIsWrongWithADescriptorIsSaid() throws IOException {
        Path noDescriptor = Files.writeString(folder.resolve("x.desc"), "message Reading {}");
        assertThrows(PayloadException.class, () -> DescriptorFile.messageTypes(noDescriptor));
        assertThrows(PayloadException.class, () -> DescriptorFile.messageTypes(folder));
        ReadPayload missing = read("08 03", folder.resolve("none.desc"), "plant.Reading");
        assertEquals("hex", missing.format().id());
        assertTrue(missing.passedOver().getFirst().text().contains("is not there"));
        ReadPayload unknown = read("08 03", descriptor(), "plant.Other");
        assertTrue(unknown.passedOver().getFirst().text().contains("has no message plant.Other"));
    }

    @Test
    void deepMessagesAreCut() {
        StringBuilder hex = new StringBuilder();
        int length = 0;
        for (int i = 0; i < 60; i++) {
            hex.insert(0, String.format("0a%02x", length));
            length += 2;
        }
        assertTrue(Reading.view("protobuf", Bytes.ofHex(hex.toString()), Reading.NARROW).rendering().isCut());
    }

    /** Metric "Temp", alias 5, Int8 -3; seq 0. */
    private static final String BIRTH = "08 e8 07" + "12 10" + "0a 04 54656d70" + "10 05" + "20 01" + "50 fdffffff0f"
            + "18 00";

    @Test
    void sparkplugShowsMetricsByNameTypeAndTime() {
        Rendering rendering = sparkplug("spBv1.0/g/NBIRTH/n", BIRTH,
                Bytes.EMPTY);
        assertEquals("-3", Reading.at(rendering, "Temp").value());
        assertEquals("Int8", Reading.at(rendering, "Temp", "datatype").value());
        assertEquals("1970-01-01T00:00:01Z", Reading.at(rendering, "timestamp").value());
        assertEquals("0", Reading.at(rendering, "seq").value());
    }

    @Test
    void anAliasIsResolvedByTheBirthThatCameBefore() {
        Bytes birth = Bytes.ofHex(BIRTH);
        String data = "12 08 10 05 50 fcffffff0f 18 01";
        assertEquals("-4", Reading.at(sparkplug("spBv1.0/g/NDATA/n", data, birth), "Temp").value());
        assertEquals("-4", Reading.at(sparkplug("spBv1.0/g/DDATA/n/d", data, birth), "Temp").value());
        assertEquals("4294967292", Reading.at(sparkplug("spBv1.0/g/NDATA/other", data, birth), "alias 5").value());
    }

    /** Elements -3 of Int8 and 1 ms of DateTime, and none. */
    @Test
    void aDataSetHasItsRowsByColumnAndType() {
        String row = "220e" + "0a06 08fdffffff0f" + "0a02 1001" + "0a00";
        Rendering rendering = sparkplug("spBv1.0/g/NBIRTH/n", metric("10", "8a01 1f" + "1203 746f6f" + "1202 6174"
                + "1801" + "180d" + "1803" + row), Bytes.EMPTY);
        PayloadNode set = Reading.at(rendering, "M", "dataset_value");
        assertEquals("Int8", set.child("types").orElseThrow().value());
        assertEquals("-3", Reading.at(rendering, "M", "dataset_value", "rows", "too").value());
        assertEquals("1970-01-01T00:00:00.001Z", Reading.at(rendering, "M", "dataset_value", "rows", "at").value());
        assertEquals("null", Reading.at(rendering, "M", "dataset_value", "rows", "2").value());
    }

    @Test
    void propertiesStandByTheirKeysAndParametersByTheirTypes() {
        Rendering properties = sparkplug("spBv1.0/g/NBIRTH/n", metric("03", "4a 16" + "0a01 61" + "0a01 62"
                + "1208 0803 18fbffffff0f" + "1204 0803 1001"), Bytes.EMPTY);
        assertEquals("-5", Reading.at(properties, "M", "properties", "a").value());
        assertEquals("null", Reading.at(properties, "M", "properties", "b").value());
        Rendering template = sparkplug("spBv1.0/g/NBIRTH/n", metric("13", "9201 0d" + "1a0b 0a0170" + "1001"
                + "18feffffff0f"), Bytes.EMPTY);
        assertEquals("-2", Reading.at(template, "M", "template_value", "parameters", "int_value").value());
        assertEquals("Int8", Reading.at(template, "M", "template_value", "parameters", "type").value());
    }

    @Test
    void arraysAreUnpackedByTheirType() {
        assertEquals(List.of("-1", "2"), array("18", "ffffffff 02000000"));
        assertEquals(List.of("255", "1"), array("1a", "ff01"));
        assertEquals(List.of("18446744073709551615"), array("1d", "ffffffffffffffff"));
        assertEquals(List.of("1.5"), array("1e", "0000c03f"));
        assertEquals(List.of("true", "false", "true"), array("20", "03000000 a0"));
        assertEquals(List.of("ab", "", "c"), array("21", "616200 00 6300"));
        assertEquals(List.of("1970-01-01T00:00:00.001Z"), array("22", "0100000000000000"));
        // What does not fit stays bytes.
        assertEquals(List.of(), array("18", "ffffff"));
        assertEquals(List.of(), array("20", "09000000 a0"));
        assertEquals(List.of(), array("21", "6162"));
    }

    private static List<String> array(String type, String hex) {
        int length = hex.replace(" ", "").length() / 2;
        return Reading.at(sparkplug("spBv1.0/g/NBIRTH/n", metric(type, "8201" + String.format("%02x", length) + hex),
                Bytes.EMPTY), "M", "bytes_value").children().stream().map(PayloadNode::value).toList();
    }

    @Test
    void aDataTypeThatNobodyKnowsKeepsItsNumber() {
        assertEquals("99", Reading.at(sparkplug("spBv1.0/g/NBIRTH/n", metric("63", "5001"), Bytes.EMPTY), "M",
                "datatype").value());
    }

    /** A payload of one metric, "M", of this data type. */
    private static String metric(String type, String value) {
        String inside = ("0a014d" + "20" + type + value).replace(" ", "");
        return "12" + String.format("%02x", inside.length() / 2) + inside;
    }

    private static Rendering sparkplug(String topic, String hex, Bytes birth) {
        PayloadHints hints = new PayloadHints(topic, Optional.empty(), false,
                asked -> asked.equals("spBv1.0/g/NBIRTH/n") ? Optional.of(birth) : Optional.empty());
        ReadPayload view = Reading.READER.read(Bytes.ofHex(hex), hints, Choice.BY_LOOKING, PayloadLimits.STANDARD);
        assertEquals("sparkplug", view.format().id(), view.passedOver().toString());
        assertEquals(List.of(), Reading.notes(view.rendering()));
        return view.rendering();
    }
}
