package dev.fourshake.model.diagram.text;

import static dev.fourshake.model.diagram.Traffic.publish;
import static dev.fourshake.model.diagram.Traffic.pubcomp;
import static dev.fourshake.model.diagram.Traffic.pubrec;
import static dev.fourshake.model.diagram.Traffic.pubrel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.diagram.Showcase;
import dev.fourshake.model.diagram.Traffic;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.ProtocolVersion;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextDiagramTest {

    private static final TextOptions OPTIONS = new TextOptions(104, true, false, 0, Locale.ENGLISH, ZoneOffset.UTC);

    private static TraceSnapshot exchange() {
        Traffic traffic = new Traffic(ProtocolVersion.MQTT_5);
        int device = traffic.connect("press-4");
        int panel = traffic.connect("panel");
        traffic.subscribe(panel, 1, "#").up(device, publish(2, 7, "plant/press-4/temperature"))
                .down(device, pubrec(7));
        long hold = traffic.hold(device, Direction.CLIENT_TO_SERVER, pubrel(7));
        traffic.down(panel, publish(0, 0, "t"))
                .release(device, Direction.CLIENT_TO_SERVER, hold, Frame.Fate.PASSED)
                .frame(device, Direction.SERVER_TO_CLIENT, pubcomp(7), Frame.Fate.DROPPED, 0);
        return traffic.snapshot();
    }

    /** In a narrow column the address goes, as the lifeline says whose it is. */
    @Test
    void howALinkEndsIsReadableInANarrowColumn() {
        Traffic traffic = new Traffic(ProtocolVersion.MQTT_5);
        int device = traffic.connect("press-4");
        traffic.subscribe(traffic.connect("panel"), 1, "#");
        traffic.end(device, LinkEnded.Ending.HALF_CLOSED);
        String narrow = TextDiagram.render(traffic.snapshot(), OPTIONS);
        assertTrue(narrow.contains("○ half-closed by the client"), narrow);
    }

    @Test
    void aDeliveryFromThePublisherToTheSubscriber() {
        assertEquals("""

                        press-4                            Broker                              panel
                        MQTT 5                          10.0.0.1:1883                         MQTT 5
     1 14:23:04.123        ● connected from 10.0.0.7:50001    │                                  ┊
     2 14:23:04.124        ┃─ CONNECT clean start ───────────►┃                                  ┊
     3 14:23:04.124        ┃◄ CONNACK ────────── +500 µs ─────┃                                  ┊
     4 14:23:04.125        │                                  │    connected from 10.0.0.7:50002 ●
     5 14:23:04.125        │                                  ┃◄──── CONNECT clean start ────────┃
     6 14:23:04.126        │                                  ┃───── CONNACK ────────── +500 µs ►┃
     7 14:23:04.126        │                                  ┃◄──── SUBSCRIBE #1 # ─────────────┃
     8 14:23:04.127        │                                  ┃───── SUBACK #1 ──────── +500 µs ►┃
     9 14:23:04.127        ┃═ PUBLISH #7 QoS 2 plan…ure ═════►┃                                  │
    10 14:23:04.128        ┃◄ PUBREC #7 ════════ +500 µs ═════┃                                  │
    11 14:23:04.128        ┃╌ PUBREL #7 held ╌╌╌ +500 µs ╌‖   ┃                                  │
    12 14:23:04.129        ┃                              ╎   ┃───── PUBLISH QoS 0 t ───────────►│
    13 14:23:04.129        ┃  PUBREL #7 released   +1 ms  ‖══►┃                                  │
    14 14:23:04.130        ┃  PUBCOMP #7 dropped by tap   ×═══┃                                  │
""", TextDiagram.render(exchange(), OPTIONS));
    }

    @Test
    void theSameInAscii() {
        String text = TextDiagram.render(Showcase.trace(), OPTIONS.withUnicode(false));
        assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7F), text);
    }

    @Test
    void pieceByPieceItIsTheSameAsWhole() {
        Traffic traffic = new Traffic(ProtocolVersion.MQTT_3_1_1);
        int device = traffic.connect("press-4");
        traffic.up(device, publish(0, 0, "t"));
        List<String> pieces = new ArrayList<>();
        TextDiagram diagram = new TextDiagram(OPTIONS);
        diagram.write(traffic.snapshot(), pieces::add);
        int first = pieces.size();
        traffic.up(device, publish(1, 1, "t")).down(device, Traffic.puback(1));
        diagram.write(traffic.snapshot(), pieces::add);
        assertEquals(first + 2, pieces.size());
        assertEquals(TextDiagram.render(traffic.snapshot(), OPTIONS), String.join("\n", pieces) + "\n");
    }

    @Test
    void aNewLifelineBringsNewHeads() {
        Traffic traffic = new Traffic(ProtocolVersion.MQTT_5);
        List<String> lines = new ArrayList<>();
        TextDiagram diagram = new TextDiagram(OPTIONS);
        traffic.up(traffic.connect("one"), publish(0, 0, "t"));
        diagram.write(traffic.snapshot(), lines::add);
        traffic.up(traffic.connect("two"), publish(0, 0, "t"));
        diagram.write(traffic.snapshot(), lines::add);
        assertEquals(2, lines.stream().filter(line -> line.contains("one")).count());
        assertEquals(1, lines.stream().filter(line -> line.contains("two")).count());
    }

    @Test
    void moreClientsThanFitShareOneLifeline() {
        Traffic traffic = new Traffic(ProtocolVersion.MQTT_5);
        for (int i = 0; i < 40; i++) {
            traffic.up(traffic.connect("device-" + i), publish(0, 0, "a/b"));
        }
        String[] lines = TextDiagram.render(traffic.snapshot(), OPTIONS).split("\n");
        String last = lines[lines.length - 1];
        assertTrue(last.contains("device-39") && last.contains("PUBLISH QoS 0 a/b"), last);
        assertTrue(last.length() <= 104, last);
    }

    @Test
    void textFromTheWireCannotSteerTheTerminal() {
        Traffic traffic = new Traffic(ProtocolVersion.MQTT_5);
        traffic.up(traffic.connect("evil\u001B[2J"), publish(0, 0, "\u0007\u202Ex"));
        String text = TextDiagram.render(traffic.snapshot(), OPTIONS);
        assertTrue(text.codePoints().noneMatch(c -> c != '\n' && (c < ' ' || c == 0x202E)), text);
    }

    @Test
    void wideCharactersKeepTheLifelinesStraight() {
        Traffic traffic = new Traffic(ProtocolVersion.MQTT_5);
        traffic.up(traffic.connect("压机"), publish(0, 0, "工厂/温度"));
        String[] lines = TextDiagram.render(traffic.snapshot(), OPTIONS).split("\n");
        int broker = lines[3].lastIndexOf('│');
        assertEquals(broker, TerminalWidth.of(lines[lines.length - 1]) - 1, lines[lines.length - 1]);
    }

    @Test
    void coloursAreSwitchedOffAtTheEndOfEachLine() {
        TextDiagram.render(Showcase.trace(), OPTIONS.withColor(true)).lines().filter(line -> line.contains("\u001B"))
                .forEach(line -> assertEquals(line.lastIndexOf(Tint.RESET), line.lastIndexOf('\u001B'), line));
    }

    @Test
    void nothingCaptured() {
        assertEquals("Nothing has been captured yet.\n", TextDiagram.render(TraceSnapshot.EMPTY, OPTIONS));
    }
}
