package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.PayloadNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the bare Protobuf tree of a Sparkplug B payload readable: metrics by their names, values by their types. */
final class SparkplugMetrics {

    private static final String METRICS = "metrics";

    /** What a birth announced under an alias. */
    record Announced(String name, SparkplugType type) {
    }

    private final Map<String, Announced> aliases = new HashMap<>();

    /** Takes the aliases from a birth; what is known already stays. */
    void announce(PayloadNode birth) {
        for (PayloadNode metric : birth.children()) {
            Optional<PayloadNode> name = metric.child("name");
            Optional<PayloadNode> alias = metric.child("alias");
            if (metric.name().equals(METRICS) && name.isPresent() && alias.isPresent()) {
                aliases.putIfAbsent(alias.get().value(), new Announced(name.get().value(), type(metric)));
            }
        }
    }

    private static SparkplugType type(PayloadNode metric) {
        return metric.child("datatype").or(() -> metric.child("type")).map(node -> SparkplugType.of(node.value()))
                .orElse(SparkplugType.UNKNOWN);
    }

    PayloadNode readable(PayloadNode node) {
        List<PayloadNode> children = new ArrayList<>();
        for (PayloadNode child : node.children()) {
            PayloadNode inside = child.kind().isGroup() ? readable(child) : child;
            children.add(switch (child.name()) {
                case METRICS -> metric(inside);
                case "timestamp" -> SparkplugValues.string(inside, SparkplugType.time(inside.value()));
                case "datatype" -> SparkplugValues.string(inside, SparkplugType.titleOf(inside.value()));
                case "dataset_value" -> SparkplugValues.dataSet(inside);
                case "properties", "propertyset_value", "propertyset" -> SparkplugValues.properties(inside);
                case "parameters" -> SparkplugValues.parameter(inside);
                default -> inside;
            });
        }
        return node.with(children);
    }

    /** A metric bears its name, and at the closed node stands its value. */
    private PayloadNode metric(PayloadNode metric) {
        Optional<String> alias = metric.child("alias").map(PayloadNode::value);
        Optional<Announced> announced = alias.map(aliases::get);
        String name = metric.child("name").map(PayloadNode::value).or(() -> announced.map(Announced::name))
                .orElse(alias.map(number -> "alias " + number).orElse(METRICS));
        SparkplugType type = metric.child("datatype").map(node -> byTitle(node.value()))
                .or(() -> announced.map(Announced::type)).orElse(SparkplugType.UNKNOWN);
        List<PayloadNode> children = new ArrayList<>();
        String value = "";
        for (PayloadNode child : metric.children()) {
            PayloadNode read = SparkplugValues.read(child, type);
            children.add(read);
            value = read.name().endsWith("_value") && !read.kind().isGroup() ? read.value() : value;
        }
        boolean isNull = metric.child("is_null").filter(node -> node.value().equals("true")).isPresent();
        return metric.named(name).with(isNull ? "null" : value).with(children);
    }

    private static SparkplugType byTitle(String title) {
        for (SparkplugType type : SparkplugType.values()) {
            if (type.title().equals(title)) {
                return type;
            }
        }
        return SparkplugType.UNKNOWN;
    }
}
