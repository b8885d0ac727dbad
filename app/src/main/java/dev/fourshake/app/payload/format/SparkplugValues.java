package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.PayloadNode.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The values of Sparkplug B that only their data type makes readable: what stands in a metric, a row of a data set, a
 * property or a parameter of a template.
 */
final class SparkplugValues {

    private static final String VALUE = "_value";

    private SparkplugValues() {
    }

    /** One of the fields that hold a value, read by its type; other fields stay as they are. */
    static PayloadNode read(PayloadNode field, SparkplugType type) {
        return switch (field.name()) {
            case "int_value", "long_value" -> type == SparkplugType.DATE_TIME
                    ? string(field, type.reading(field.value())) : field.with(type.reading(field.value()));
            case "bytes_value" -> SparkplugArrays.read(field, type);
            default -> field;
        };
    }

    /** What a holder of a value has, under another name; null where it has none. */
    static PayloadNode valueOf(PayloadNode holder, SparkplugType type, String name) {
        return holder.children().stream().filter(field -> field.name().endsWith(VALUE)).findFirst()
                .map(field -> read(field, type).named(name))
                .orElseGet(() -> new PayloadNode(Kind.LITERAL, name, "null", holder.offset(), holder.length(),
                        List.of()));
    }

    /** The data type that a field named {@code name} gives. */
    static SparkplugType type(PayloadNode holder, String name) {
        return holder.child(name).map(field -> SparkplugType.of(field.value())).orElse(SparkplugType.UNKNOWN);
    }

    /** Rows by the names of their columns (section 6.4.18). */
    static PayloadNode dataSet(PayloadNode dataSet) {
        List<PayloadNode> columns = named(dataSet, "columns");
        List<PayloadNode> types = named(dataSet, "types");
        return each(dataSet, "rows", row -> {
            List<PayloadNode> cells = new ArrayList<>();
            for (PayloadNode element : row.children()) {
                int column = cells.size();
                SparkplugType type = column < types.size() ? SparkplugType.of(types.get(column).value())
                        : SparkplugType.UNKNOWN;
                cells.add(valueOf(element, type,
                        column < columns.size() ? columns.get(column).value() : Integer.toString(column)));
            }
            return row.with(cells);
        }, "types", type -> string(type, SparkplugType.titleOf(type.value())));
    }

    /** Values by their keys (section 6.4.13), which stand apart from one another on the wire. */
    static PayloadNode properties(PayloadNode set) {
        List<PayloadNode> keys = named(set, "keys");
        List<PayloadNode> values = named(set, "values");
        if (keys.size() != values.size()) {
            return set;
        }
        List<PayloadNode> read = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            read.add(valueOf(values.get(i), type(values.get(i), "type"), keys.get(i).value()));
        }
        return set.with(read);
    }

    /** A parameter of a template (section 6.4.20). */
    static PayloadNode parameter(PayloadNode parameter) {
        SparkplugType type = type(parameter, "type");
        return parameter.with(parameter.children().stream().map(field -> field.name().equals("type")
                ? string(field, SparkplugType.titleOf(field.value())) : read(field, type)).toList());
    }

    static PayloadNode string(PayloadNode node, String value) {
        return new PayloadNode(Kind.STRING, node.name(), value, node.offset(), node.length(), node.children());
    }

    private static List<PayloadNode> named(PayloadNode node, String name) {
        return node.children().stream().filter(child -> child.name().equals(name)).toList();
    }

    private static PayloadNode each(PayloadNode node, String first, UnaryOperator<PayloadNode> asFirst,
            String second, UnaryOperator<PayloadNode> asSecond) {
        return node.with(node.children().stream().map(child -> child.name().equals(first) ? asFirst.apply(child)
                : child.name().equals(second) ? asSecond.apply(child) : child).toList());
    }
}
