package dev.fourshake.ui.workbench.layout;

import dev.fourshake.ui.workbench.layout.Dock.Split;
import dev.fourshake.ui.workbench.layout.Dock.Tabs;
import dev.fourshake.ui.workbench.layout.Layout.Floating;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;

/**
 * A layout as one line of text, exact in both directions.
 * <pre>
 * layout   = split *floating [ "max" id ]
 * floating = "float" "(" x y width height ")" split
 * split    = ( "h" / "v" ) "(" *divider ")" "[" *( split / tabs ) "]"
 * tabs     = "{" *( ["*"] id ) "}"                          ; * marks the selected one
 * </pre>
 * For example {@code h(0.2)[{*connections captures} v(0.7)[{*sequence} {*packets}]]}.
 */
public final class LayoutText {

    private static final Pattern TOKEN = Pattern.compile("\\s*([()\\[\\]{}*]|[^\\s()\\[\\]{}*]+)");

    private final Matcher tokens;
    private String token;

    private LayoutText(String text) {
        tokens = TOKEN.matcher(text);
        next();
    }

    public static String write(Layout layout) {
        StringBuilder out = new StringBuilder(write(layout.main()));
        for (Floating window : layout.floating()) {
            out.append(" float(").append(window.x()).append(' ').append(window.y()).append(' ')
                    .append(window.width()).append(' ').append(window.height()).append(") ")
                    .append(write(window.content()));
        }
        if (layout.maximized() != null) {
            out.append(" max ").append(layout.maximized());
        }
        return out.toString();
    }

    private static String write(Dock dock) {
        return switch (dock) {
            case Tabs(var ids, var selected) -> ids.stream().map(id -> id.equals(selected) ? "*" + id : id)
                    .collect(Collectors.joining(" ", "{", "}"));
            case Split(var orientation, var dividers, var parts) ->
                    (orientation == Orientation.HORIZONTAL ? "h" : "v")
                            + dividers.stream().map(Object::toString).collect(Collectors.joining(" ", "(", ")"))
                            + parts.stream().map(LayoutText::write).collect(Collectors.joining(" ", "[", "]"));
        };
    }

    /** @throws IllegalArgumentException if {@code text} is no layout */
    public static Layout read(String text) {
        return new LayoutText(text).layout();
    }

    private Layout layout() {
        Split main = split();
        List<Floating> floating = new ArrayList<>();
        while (skip("float")) {
            expect("(");
            floating.add(new Floating(number(), number(), size(), size(), afterParenthesis()));
        }
        String maximized = skip("max") ? word() : null;
        if (token != null) {
            throw unexpected();
        }
        return new Layout(main, floating, maximized);
    }

    private Split afterParenthesis() {
        expect(")");
        return split();
    }

    private Split split() {
        Orientation orientation = skip("h") ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        if (orientation == Orientation.VERTICAL) {
            expect("v");
        }
        expect("(");
        List<Double> dividers = new ArrayList<>();
        while (!skip(")")) {
            dividers.add(number());
        }
        expect("[");
        List<Dock> parts = new ArrayList<>();
        while (!skip("]")) {
            parts.add("{".equals(token) ? tabs() : split());
        }
        return new Split(orientation, dividers, parts);
    }

    private Tabs tabs() {
        expect("{");
        List<String> ids = new ArrayList<>();
        String selected = null;
        while (!skip("}")) {
            boolean marked = skip("*");
            String id = word();
            ids.add(id);
            selected = marked ? id : selected;
        }
        return new Tabs(ids, selected);
    }

    private double number() {
        double value = Double.parseDouble(word());
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not finite: " + value);
        }
        return value;
    }

    private double size() {
        double value = number();
        if (value <= 0) {
            throw new IllegalArgumentException("no size: " + value);
        }
        return value;
    }

    private String word() {
        if (token == null || "()[]{}*".contains(token)) {
            throw unexpected();
        }
        String word = token;
        next();
        return word;
    }

    private boolean skip(String expected) {
        boolean found = expected.equals(token);
        if (found) {
            next();
        }
        return found;
    }

    private void expect(String expected) {
        if (!skip(expected)) {
            throw unexpected();
        }
    }

    private void next() {
        token = tokens.lookingAt() ? tokens.group(1) : null;
        tokens.region(token == null ? tokens.regionEnd() : tokens.end(), tokens.regionEnd());
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("unexpected " + (token == null ? "end" : token));
    }
}
