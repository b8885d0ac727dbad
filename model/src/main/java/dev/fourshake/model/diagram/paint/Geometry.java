package dev.fourshake.model.diagram.paint;

import dev.fourshake.model.diagram.Lane;
import dev.fourshake.model.diagram.Lane.Kind;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the lifelines stand. The gaps beside a broker, the channels, are wide: there the labels stand one under the
 * other, and there is the tap. Between the clients of one side there is just room for their names.
 */
public final class Geometry {

    private static final double LEAST_MARGIN = 44;
    private static final double MOST_MARGIN = 80;
    private static final double LEAST_PITCH = 66;
    private static final double MOST_PITCH = 132;
    private static final double LEAST_CHANNEL = 190;
    private static final double GOOD_CHANNEL = 260;
    private static final double MOST_CHANNEL = 640;
    /** Where not all fits anyhow, the labels shall. */
    private static final double SCROLLED_CHANNEL = 330;
    private static final double HEAD_MARGIN = 8;
    /** Between a lifeline and the labels, for the bars. */
    private static final double BARS = 20;
    /** Between the tap and the labels. */
    private static final double TAP = 11;

    private final double[] x;
    private final double margin;
    private final double width;
    private final double broker;

    /** @param room the width that there is: what needs more is wider, and scrolls */
    public Geometry(List<Lane> lanes, Metrics metrics, double room) {
        int channels = 0;
        for (int i = 1; i < lanes.size(); i++) {
            channels += isChannel(lanes, i) ? 1 : 0;
        }
        int gaps = Math.max(0, lanes.size() - 1 - channels);
        this.margin = Math.clamp((room - metrics.gutter() - channels * GOOD_CHANNEL - gaps * LEAST_PITCH) / 2,
                LEAST_MARGIN, MOST_MARGIN);
        double free = room - metrics.gutter() - 2 * margin;
        boolean scrolls = channels * LEAST_CHANNEL + gaps * LEAST_PITCH > free;
        double channel = channels == 0 ? 0 : scrolls ? SCROLLED_CHANNEL
                : Math.clamp((free - gaps * LEAST_PITCH) / channels, LEAST_CHANNEL, MOST_CHANNEL);
        double pitch = gaps == 0 ? 0 : Math.clamp((free - channels * channel) / gaps, LEAST_PITCH, MOST_PITCH);
        double spare = Math.max(0, free - channels * channel - gaps * pitch);
        this.x = new double[lanes.size()];
        for (int i = 0; i < x.length; i++) {
            double left = i == 0 ? metrics.gutter() + margin + spare / 2
                    : x[i - 1] + (isChannel(lanes, i) ? channel : pitch);
            x[i] = metrics.snap(left);
        }
        this.broker = IntStream.range(0, x.length).filter(i -> lanes.get(i).kind() == Kind.BROKER)
                .mapToDouble(i -> x[i])
                .findFirst().orElse(0);
        this.width = Math.max(room, x.length == 0 ? 0 : x[x.length - 1] + margin);
    }

    /** How far to the left the lifelines are to be moved at first: so that a broker and its labels are seen. */
    public double home(double room) {
        return Math.clamp(broker - room * 0.6, 0, Math.max(0, width - room));
    }

    private static boolean isChannel(List<Lane> lanes, int right) {
        return lanes.get(right).kind() == Kind.BROKER || lanes.get(right - 1).kind() == Kind.BROKER;
    }

    /** Of the whole diagram, at least the room that there is. */
    public double width() {
        return width;
    }

    /** Of a lifeline. */
    public double x(int lane) {
        return x[lane];
    }

    /** Next lifeline to the broker's on the client's side. */
    private double neighbour(int broker, int client) {
        return x[broker + Integer.signum(client - broker)];
    }

    /** Where the tap stands between a client and the broker: near the broker, so that the label has room. */
    public double tap(int client, int broker) {
        double side = neighbour(broker, client);
        return x[broker] + Math.signum(side - x[broker]) * Math.clamp(Math.abs(side - x[broker]) * 0.14, 26, 60);
    }

    /** Left edge of the label's place. */
    double labelLeft(int client, int broker) {
        double side = neighbour(broker, client);
        return side < x[broker] ? side + BARS : tap(client, broker) + TAP;
    }

    /** Right edge of the label's place. */
    double labelRight(int client, int broker) {
        double side = neighbour(broker, client);
        return side < x[broker] ? tap(client, broker) - TAP : side - BARS;
    }

    /** How far a label that needs more room may reach towards the broker, over the tap. */
    double labelEnd(int client, int broker) {
        return x[broker] + Math.signum(x[client] - x[broker]) * BARS;
    }

    /** How far a label that needs more room may reach towards its client, over other lifelines. */
    double labelReach(int client, int broker) {
        return x[client] + Math.signum(x[broker] - x[client]) * BARS;
    }

    /** Half the width that the head of a lifeline may take. */
    double headHalf(int lane) {
        double left = lane == 0 ? margin : (x[lane] - x[lane - 1]) / 2;
        double right = lane == x.length - 1 ? margin : (x[lane + 1] - x[lane]) / 2;
        return Math.min(left, right) - HEAD_MARGIN / 2;
    }
}
