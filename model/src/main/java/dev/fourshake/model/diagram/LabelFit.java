package dev.fourshake.model.diagram;

import dev.fourshake.model.diagram.Part.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Makes a label fit: shortens the topic in its middle, abbreviates (QoS 1 becomes Q1, RETAIN becomes RET), and then
 * leaves out what matters least.
 */
public final class LabelFit {

    /** The topic is not made shorter than this before other words go. */
    private static final int LEAST_TOPIC = 8;
    private static final List<Role> DISPENSABLE = List.of(Role.DETAIL, Role.QOS, Role.TIME, Role.TOPIC, Role.FLAG,
            Role.ID, Role.TAP, Role.ALARM);

    private LabelFit() {
    }

    /**
     * The words that fit into {@code width}; none if not even the packet type does.
     *
     * @param gap     between two words
     * @param measure the width of a word
     */
    public static List<Part> fit(List<Part> parts, double width, double gap, ToDoubleFunction<Part> measure) {
        List<Part> fitting = new ArrayList<>(parts);
        if (fits(fitting, width, gap, measure)) {
            return fitting;
        }
        fitting.replaceAll(LabelFit::abbreviate);
        for (Role role : DISPENSABLE) {
            if (fits(fitting, width, gap, measure)) {
                return fitting;
            }
            fitting.removeIf(part -> part.role() == role);
        }
        return width(fitting, gap, measure) <= width ? fitting : List.of();
    }

    private static boolean fits(List<Part> parts, double width, double gap, ToDoubleFunction<Part> measure) {
        double excess = width(parts, gap, measure) - width;
        return excess <= 0 || shortenTopic(parts, excess, measure);
    }

    private static Part abbreviate(Part part) {
        return switch (part.role()) {
            case QOS -> new Part(Role.QOS, part.text().replace("QoS ", "Q"));
            case FLAG -> new Part(Role.FLAG, part.text().replace("RETAIN", "RET"));
            case TYPE, ID, ALARM, TAP, TOPIC, DETAIL, TIME -> part;
        };
    }

    private static boolean shortenTopic(List<Part> parts, double excess, ToDoubleFunction<Part> measure) {
        for (int i = 0; i < parts.size(); i++) {
            Part topic = parts.get(i);
            if (topic.role() == Role.TOPIC) {
                String shorter = Elide.middle(topic.text(), measure.applyAsDouble(topic) - excess,
                        text -> measure.applyAsDouble(new Part(Role.TOPIC, text)));
                if (shorter.length() >= LEAST_TOPIC) {
                    parts.set(i, new Part(Role.TOPIC, shorter));
                    return true;
                }
            }
        }
        return false;
    }

    /** The width of the words with their gaps. */
    public static double width(List<Part> parts, double gap, ToDoubleFunction<Part> measure) {
        return parts.stream().mapToDouble(measure).sum() + gap * Math.max(0, parts.size() - 1);
    }
}
