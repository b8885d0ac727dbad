package dev.fourshake.app.payload.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code spBv1.0/GROUP/TYPE/NODE[/DEVICE]} (Eclipse Sparkplug 3.0, section 4.1). */
record SparkplugTopic(String group, String type, String node, Optional<String> device) {

    private static final String NAMESPACE = "spBv1.0";
    private static final Set<String> TYPES =
            Set.of("NBIRTH", "NDEATH", "DBIRTH", "DDEATH", "NDATA", "DDATA", "NCMD", "DCMD");

    /** Empty for other topics, and for STATE, whose payload is JSON. */
    static Optional<SparkplugTopic> of(String topic) {
        String[] levels = topic.split("/", -1);
        if (levels.length < 4 || levels.length > 5 || !levels[0].equals(NAMESPACE) || !TYPES.contains(levels[2])) {
            return Optional.empty();
        }
        return Optional.of(new SparkplugTopic(levels[1], levels[2], levels[3],
                levels.length == 5 ? Optional.of(levels[4]) : Optional.empty()));
    }

    boolean isBirth() {
        return type.endsWith("BIRTH");
    }

    /** Where the aliases were announced that may be used here: an alias belongs to the whole edge node. */
    List<String> births() {
        String node = NAMESPACE + "/" + group + "/NBIRTH/" + this.node;
        return device.map(name -> List.of(NAMESPACE + "/" + group + "/DBIRTH/" + this.node + "/" + name, node))
                .orElse(List.of(node));
    }
}
