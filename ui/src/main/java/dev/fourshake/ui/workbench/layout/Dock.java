package dev.fourshake.ui.workbench.layout;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Orientation;

/** A part of a window that holds views: tabs, or a split of further parts. */
public sealed interface Dock {

    /** The identifiers of all views in it, in order. */
    Stream<String> views();

    /**
     * Views on top of each other.
     *
     * @param ids      in the order of the tabs
     * @param selected one of them, or null if there are none
     */
    record Tabs(List<String> ids, String selected) implements Dock {
        public Tabs {
            ids = List.copyOf(ids);
            if (ids.isEmpty() ? selected != null : selected == null || !ids.contains(selected)) {
                throw new IllegalArgumentException(selected + " is not one of " + ids);
            }
        }

        @Override
        public Stream<String> views() {
            return ids.stream();
        }
    }

    /**
     * Parts beside (horizontal) or below (vertical) each other.
     *
     * @param dividers between the parts, one less than there are parts: fractions of the whole, ascending
     */
    record Split(Orientation orientation, List<Double> dividers, List<Dock> parts) implements Dock {
        public Split {
            dividers = List.copyOf(dividers);
            parts = List.copyOf(parts);
            if (dividers.size() != Math.max(0, parts.size() - 1)) {
                throw new IllegalArgumentException(dividers.size() + " dividers for " + parts.size() + " parts");
            }
        }

        @Override
        public Stream<String> views() {
            return parts.stream().flatMap(Dock::views);
        }
    }

    /** Tabs with the first one selected. */
    static Tabs tabs(String... ids) {
        return new Tabs(List.of(ids), ids.length == 0 ? null : ids[0]);
    }

    /** {@code left} beside {@code right}; the divider stands at {@code divider} of the width. */
    static Split beside(double divider, Dock left, Dock right) {
        return new Split(Orientation.HORIZONTAL, List.of(divider), List.of(left, right));
    }

    /** {@code top} above {@code bottom}; the divider stands at {@code divider} of the height. */
    static Split above(double divider, Dock top, Dock bottom) {
        return new Split(Orientation.VERTICAL, List.of(divider), List.of(top, bottom));
    }
}
