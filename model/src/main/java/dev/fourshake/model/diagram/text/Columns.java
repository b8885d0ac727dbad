package dev.fourshake.model.diagram.text;

import dev.fourshake.model.diagram.Head;
import dev.fourshake.model.diagram.Lane.Kind;
import java.util.List;

/**
 * Where the lifelines stand in a line of text. The gaps beside a broker are wide: the labels stand there, one under
 * the other. Where the lifelines do not fit, all clients share one and each row names its client.
 */
final class Columns {

    /** Row number, time of day. */
    static final int GUTTER = 20;
    private static final int MARGIN = 7;
    private static final int LEAST_PITCH = 14;
    private static final int MOST_PITCH = 20;
    private static final int LEAST_CHANNEL = 34;
    private static final int MOST_CHANNEL = 78;
    private static final int NAME = 18;

    private final int[] x;
    private final int width;
    private final boolean shared;

    Columns(List<Head> heads, int wanted) {
        int wide = 0;
        for (int i = 1; i < heads.size(); i++) {
            wide += isChannel(heads, i) ? 1 : 0;
        }
        int narrow = Math.max(0, heads.size() - 1 - wide);
        int room = wanted - GUTTER - 2 * MARGIN;
        this.x = new int[heads.size()];
        this.shared = narrow * LEAST_PITCH + wide * LEAST_CHANNEL > room;
        if (shared) {
            this.width = wanted;
            share(heads);
        } else {
            int channel = wide == 0 ? 0 : Math.min(MOST_CHANNEL, (room - narrow * LEAST_PITCH) / wide);
            int pitch = narrow == 0 ? 0 : Math.min(MOST_PITCH, (room - wide * channel) / narrow);
            this.width = GUTTER + 2 * MARGIN + wide * channel + narrow * pitch + 1;
            for (int i = 0; i < x.length; i++) {
                x[i] = i == 0 ? GUTTER + MARGIN : x[i - 1] + (isChannel(heads, i) ? channel : pitch);
            }
        }
    }

    private void share(List<Head> heads) {
        for (int i = 0; i < x.length; i++) {
            boolean broker = heads.get(i).lane().kind() == Kind.BROKER;
            x[i] = broker ? Math.min(width - MARGIN, GUTTER + NAME + MOST_CHANNEL) : GUTTER + NAME;
        }
    }

    private static boolean isChannel(List<Head> heads, int right) {
        return heads.get(right).lane().kind() == Kind.BROKER || heads.get(right - 1).lane().kind() == Kind.BROKER;
    }

    int width() {
        return width;
    }

    /** Whether all clients share one lifeline. */
    boolean isShared() {
        return shared;
    }

    int x(int lane) {
        return x[lane];
    }

    /** Column of the next lifeline beside the broker's on the client's side: between them the label stands. */
    int neighbour(int broker, int client) {
        return shared ? x[client] : x[broker + Integer.signum(client - broker)];
    }

    /** How many columns the name of a lifeline may take. */
    int room(int lane) {
        if (shared) {
            return 2 * MARGIN;
        }
        int left = lane == 0 ? 2 * MARGIN : x[lane] - x[lane - 1];
        int right = lane == x.length - 1 ? 2 * MARGIN : x[lane + 1] - x[lane];
        return Math.max(3, Math.min(left, right) - 1);
    }
}
