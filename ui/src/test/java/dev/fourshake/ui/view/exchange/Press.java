package dev.fourshake.ui.view.exchange;

import static dev.fourshake.ui.diagram.Traces.DOWN;
import static dev.fourshake.ui.diagram.Traces.UP;

import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Pubcomp;
import dev.fourshake.model.packet.Pubrec;
import dev.fourshake.model.packet.Pubrel;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.ui.diagram.Traces;
import java.util.Optional;

/** A device "press-4" that publishes at QoS 2 under Packet Identifier 7, packet by packet. */
final class Press {

    static final int ID = 7;
    static final String TOPIC = "plant/press-4/parts";

    final Traces traces = new Traces();
    private int link;

    /** @param expiry Session Expiry Interval in seconds */
    Press(long expiry) {
        connect(expiry, true);
    }

    void connect(long expiry, boolean clean) {
        traces.trace.append(new LinkOpened(++link, now(), "10.0.0.4:51234", "10.0.0.99:1883", false, false));
        up(new Connect("MQTT", 5, clean, 60, Properties.of(Property.number(PropertyId.SESSION_EXPIRY_INTERVAL, expiry)),
                "press-4", Optional.empty(), Optional.empty(), Optional.empty()));
        down(new Connack(!clean, 0, Properties.NONE));
    }

    Press up(Packet packet) {
        traces.send(link, UP, packet);
        return this;
    }

    Press down(Packet packet) {
        traces.send(link, DOWN, packet);
        return this;
    }

    Press drop(Packet packet) {
        traces.send(link, UP, packet, Frame.Fate.DROPPED, 0);
        return this;
    }

    long hold(Packet packet) {
        return traces.hold(link, UP, packet);
    }

    void release(long hold) {
        traces.release(link, UP, hold);
    }

    Press lost() {
        traces.trace.append(new LinkEnded(link, now(), LinkEnded.Party.CLIENT, LinkEnded.Ending.RESET, ""));
        return this;
    }

    /** The time of the newest row. */
    private long now() {
        TraceSnapshot trace = traces.snapshot();
        return trace.rowCount() == 0 ? 1 : trace.timeNanos(trace.rowCount() - 1);
    }

    static Publish publish() {
        return Traces.publish(2, ID, TOPIC);
    }

    static Publish publishAgain() {
        Publish first = publish();
        return new Publish(true, first.qos(), false, TOPIC, ID, Properties.NONE, first.payload());
    }

    static Pubrec pubrec(int reasonCode) {
        return new Pubrec(ID, reasonCode, Properties.NONE);
    }

    static Pubrel pubrel() {
        return new Pubrel(ID, 0, Properties.NONE);
    }

    static Pubcomp pubcomp() {
        return new Pubcomp(ID, 0, Properties.NONE);
    }

    TraceSnapshot trace() {
        return traces.snapshot();
    }

    /** The newest exchange, as it stood after the row. */
    ExchangeSheet sheet(int row) {
        TraceSnapshot trace = trace();
        return ExchangeSheet.of(trace, new Moment(trace.exchangeCount() - 1, row));
    }

    ExchangeSheet sheet() {
        return sheet(Moment.NOW);
    }
}
