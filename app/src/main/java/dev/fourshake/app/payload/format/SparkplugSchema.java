package dev.fourshake.app.payload.format;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;

/** The messages of a Sparkplug B payload (Eclipse Sparkplug 3.0, section 6.4): names and numbers of their fields. */
final class SparkplugSchema {

    /** The whole payload. */
    static final Descriptor PAYLOAD = build().findMessageTypeByName("Payload");

    private SparkplugSchema() {
    }

    /** A message, written field by field. */
    private static final class Writing {

        private final DescriptorProto.Builder message = DescriptorProto.newBuilder();

        private Writing(String name) {
            message.setName(name);
        }

        private Writing field(int number, String name, Type type) {
            return add(number, name, Label.LABEL_OPTIONAL, type, "");
        }

        private Writing repeated(int number, String name, Type type) {
            return add(number, name, Label.LABEL_REPEATED, type, "");
        }

        private Writing field(int number, String name, String message) {
            return add(number, name, Label.LABEL_OPTIONAL, Type.TYPE_MESSAGE, message);
        }

        private Writing repeated(int number, String name, String message) {
            return add(number, name, Label.LABEL_REPEATED, Type.TYPE_MESSAGE, message);
        }

        /** The fields that hold a value, from {@code first} on, in the order that all messages have. */
        private Writing values(int first) {
            return field(first, "int_value", Type.TYPE_UINT32).field(first + 1, "long_value", Type.TYPE_UINT64)
                    .field(first + 2, "float_value", Type.TYPE_FLOAT).field(first + 3, "double_value", Type.TYPE_DOUBLE)
                    .field(first + 4, "boolean_value", Type.TYPE_BOOL)
                    .field(first + 5, "string_value", Type.TYPE_STRING);
        }

        private Writing add(int number, String name, Label label, Type type, String message) {
            FieldDescriptorProto.Builder field = FieldDescriptorProto.newBuilder().setNumber(number).setName(name)
                    .setLabel(label).setType(type);
            if (!message.isEmpty()) {
                field.setTypeName("." + message);
            }
            this.message.addField(field);
            return this;
        }
    }

    private static FileDescriptor build() {
        FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder().setName("sparkplug_b.proto");
        for (Writing message : new Writing[] {payload(), metric(), metaData(), propertyValue(), propertySet(),
            propertySetList(), dataSet(), row(), dataSetValue(), template(), parameter()}) {
            file.addMessageType(message.message);
        }
        try {
            return FileDescriptor.buildFrom(file.build(), new FileDescriptor[0]);
        } catch (DescriptorValidationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Writing payload() {
        return new Writing("Payload").field(1, "timestamp", Type.TYPE_UINT64).repeated(2, "metrics", "Metric")
                .field(3, "seq", Type.TYPE_UINT64).field(4, "uuid", Type.TYPE_STRING).field(5, "body", Type.TYPE_BYTES);
    }

    private static Writing metric() {
        return new Writing("Metric").field(1, "name", Type.TYPE_STRING).field(2, "alias", Type.TYPE_UINT64)
                .field(3, "timestamp", Type.TYPE_UINT64).field(4, "datatype", Type.TYPE_UINT32)
                .field(5, "is_historical", Type.TYPE_BOOL).field(6, "is_transient", Type.TYPE_BOOL)
                .field(7, "is_null", Type.TYPE_BOOL).field(8, "metadata", "MetaData")
                .field(9, "properties", "PropertySet").values(10).field(16, "bytes_value", Type.TYPE_BYTES)
                .field(17, "dataset_value", "DataSet").field(18, "template_value", "Template");
    }

    private static Writing metaData() {
        return new Writing("MetaData").field(1, "is_multi_part", Type.TYPE_BOOL)
                .field(2, "content_type", Type.TYPE_STRING).field(3, "size", Type.TYPE_UINT64)
                .field(4, "seq", Type.TYPE_UINT64).field(5, "file_name", Type.TYPE_STRING)
                .field(6, "file_type", Type.TYPE_STRING).field(7, "md5", Type.TYPE_STRING)
                .field(8, "description", Type.TYPE_STRING);
    }

    private static Writing propertyValue() {
        return new Writing("PropertyValue").field(1, "type", Type.TYPE_UINT32).field(2, "is_null", Type.TYPE_BOOL)
                .values(3).field(9, "propertyset_value", "PropertySet")
                .field(10, "propertysets_value", "PropertySetList");
    }

    private static Writing propertySet() {
        return new Writing("PropertySet").repeated(1, "keys", Type.TYPE_STRING).repeated(2, "values", "PropertyValue");
    }

    private static Writing propertySetList() {
        return new Writing("PropertySetList").repeated(1, "propertyset", "PropertySet");
    }

    private static Writing dataSet() {
        return new Writing("DataSet").field(1, "num_of_columns", Type.TYPE_UINT64)
                .repeated(2, "columns", Type.TYPE_STRING).repeated(3, "types", Type.TYPE_UINT32)
                .repeated(4, "rows", "Row");
    }

    private static Writing row() {
        return new Writing("Row").repeated(1, "elements", "DataSetValue");
    }

    private static Writing dataSetValue() {
        return new Writing("DataSetValue").values(1);
    }

    private static Writing template() {
        return new Writing("Template").field(1, "version", Type.TYPE_STRING).repeated(2, "metrics", "Metric")
                .repeated(3, "parameters", "Parameter").field(4, "template_ref", Type.TYPE_STRING)
                .field(5, "is_definition", Type.TYPE_BOOL);
    }

    private static Writing parameter() {
        return new Writing("Parameter").field(1, "name", Type.TYPE_STRING).field(2, "type", Type.TYPE_UINT32).values(3);
    }
}
