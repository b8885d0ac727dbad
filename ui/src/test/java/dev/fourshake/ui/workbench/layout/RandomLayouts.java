package dev.fourshake.ui.workbench.layout;

import dev.fourshake.ui.workbench.layout.Dock.Split;
import dev.fourshake.ui.workbench.layout.Dock.Tabs;
import dev.fourshake.ui.workbench.layout.Layout.Floating;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;

/** Layouts as a user could have made them: each view at most once, no group empty, dividers ascending. */
public final class RandomLayouts {

    public static final int VIEWS = 12;

    private final Random random;
    private final List<String> views = new ArrayList<>(IntStream.range(0, VIEWS).mapToObj(i -> "view-" + i).toList());

    private RandomLayouts(long seed) {
        random = new Random(seed);
        Collections.shuffle(views, random);
    }

    public static Layout layout(long seed) {
        return new RandomLayouts(seed).layout();
    }

    private Layout layout() {
        Split main = split(3);
        List<Floating> floating = new ArrayList<>();
        while (!views.isEmpty() && random.nextInt(3) == 0) {
            floating.add(new Floating(random.nextDouble(-100, 2000), random.nextInt(1000),
                    random.nextDouble(1, 900), random.nextInt(1, 700), split(1)));
        }
        List<String> inMain = main.views().toList();
        return new Layout(main, floating,
                inMain.isEmpty() || random.nextBoolean() ? null : inMain.get(random.nextInt(inMain.size())));
    }

    private Split split(int depth) {
        List<Dock> parts = new ArrayList<>();
        int wanted = 1 + random.nextInt(4);
        while (parts.size() < wanted && !views.isEmpty()) {
            Dock part = depth > 0 && random.nextInt(3) == 0 ? split(depth - 1) : tabs();
            parts.add(part);
        }
        List<Double> dividers = random.doubles(Math.max(0, parts.size() - 1), 0.01, 0.99).sorted().boxed().toList();
        return new Split(random.nextBoolean() ? Orientation.HORIZONTAL : Orientation.VERTICAL, dividers, parts);
    }

    private Tabs tabs() {
        List<String> ids = new ArrayList<>();
        int wanted = 1 + random.nextInt(3);
        while (ids.size() < wanted && !views.isEmpty()) {
            ids.add(views.removeLast());
        }
        return new Tabs(ids, ids.get(random.nextInt(ids.size())));
    }
}
