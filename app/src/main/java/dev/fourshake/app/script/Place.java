package dev.fourshake.app.script;

/**
 * Where something stands in a script.
 *
 * @param line   from 1
 * @param column from 1
 * @param path   of names and places in lists, such as {@code breakpoints[2].reaction}; empty for the whole
 */
public record Place(int line, int column, String path) {

    Place name(String name) {
        return new Place(line, column, path.isEmpty() ? name : path + "." + name);
    }

    Place at(int lineNow, int columnNow) {
        return new Place(lineNow, columnNow, path);
    }

    Place item(int index) {
        return new Place(line, column, path + "[" + index + "]");
    }

    /** {@code 12:5 breakpoints[2].reaction}. */
    @Override
    public String toString() {
        return line + ":" + column + (path.isEmpty() ? "" : " " + path);
    }
}
