package dev.fourshake.ui.workbench.dock;

import dev.fourshake.ui.workbench.layout.Dock;
import dev.fourshake.ui.workbench.layout.Dock.Split;
import dev.fourshake.ui.workbench.layout.Dock.Tabs;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Side;

/** Where a view stood, told by its neighbours, so that it can be put there again. */
final class LastPlaces {

    private LastPlaces() {
    }

    /** A place among views that are still open. */
    sealed interface Place {

        /** As one more tab of the group that holds one of {@code views}. */
        record With(List<String> views) implements Place {
        }

        /**
         * At {@code side} of all that holds {@code views}.
         *
         * @param share of the two that the returning view gets, 0 to 1
         */
        record Beside(List<String> views, Side side, double share) implements Place {
        }
    }

    /** The place of {@code view} in {@code layout}, told by those of its neighbours that {@code open} holds. */
    static Optional<Place> find(Dock layout, String view, List<String> open) {
        return switch (layout) {
            case Tabs tabs -> Optional.<Place>of(new Place.With(among(tabs, view, open)))
                    .filter(_ -> tabs.ids().contains(view) && !among(tabs, view, open).isEmpty());
            case Split split -> {
                int at = indexOf(split, view);
                yield at < 0 ? Optional.empty() : find(split.parts().get(at), view, open)
                        .or(() -> beside(split, at, view, open));
            }
        };
    }

    /** The nearest part of {@code split} that still holds something, looking at those before first. */
    private static Optional<Place> beside(Split split, int at, String view, List<String> open) {
        for (int distance = 1; distance < split.parts().size(); distance++) {
            for (int other : new int[] {at - distance, at + distance}) {
                if (other >= 0 && other < split.parts().size()) {
                    List<String> there = among(split.parts().get(other), view, open);
                    if (!there.isEmpty()) {
                        double mine = size(split, at);
                        return Optional.of(new Place.Beside(there, side(split.orientation(), at < other),
                                mine / (mine + size(split, other))));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> among(Dock dock, String view, List<String> open) {
        return dock.views().filter(id -> !id.equals(view) && open.contains(id)).toList();
    }

    private static int indexOf(Split split, String view) {
        for (int i = 0; i < split.parts().size(); i++) {
            if (split.parts().get(i).views().anyMatch(view::equals)) {
                return i;
            }
        }
        return -1;
    }

    private static double size(Split split, int part) {
        double from = part == 0 ? 0 : split.dividers().get(part - 1);
        double to = part == split.parts().size() - 1 ? 1 : split.dividers().get(part);
        return Math.max(0.05, to - from);
    }

    private static Side side(Orientation orientation, boolean before) {
        return orientation == Orientation.HORIZONTAL
                ? before ? Side.LEFT : Side.RIGHT
                : before ? Side.TOP : Side.BOTTOM;
    }
}
