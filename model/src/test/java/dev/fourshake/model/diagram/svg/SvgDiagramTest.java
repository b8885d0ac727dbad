package dev.fourshake.model.diagram.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.diagram.ShownRows;
import dev.fourshake.model.diagram.Showcase;
import dev.fourshake.model.diagram.Traffic;
import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.diagram.paint.Ink;
import dev.fourshake.model.diagram.paint.Palette;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.ProtocolVersion;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SvgDiagramTest {

    private static final Wording ENGLISH = new Wording(Locale.ENGLISH, ZoneOffset.UTC);

    private static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document document, String element) {
        NodeList nodes = document.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void aDocumentOfItsOwnThatNamesItsParts() throws Exception {
        Document document = parse(SvgDiagram.render(Showcase.trace(), ENGLISH));
        Element root = document.getDocumentElement();
        assertEquals("http://www.w3.org/2000/svg", root.getNamespaceURI());
        assertEquals("0 0 " + root.getAttribute("width") + " " + root.getAttribute("height"),
                root.getAttribute("viewBox"));
        assertEquals("Sequence diagram, packets 1 to 42", texts(document, "title").getFirst());
        assertTrue(texts(document, "title").contains("PUBLISH #9 repeated QoS 2 DUP plant/press-4/order +1.5 s"),
                texts(document, "title")::toString);
        assertTrue(texts(document, "text").containsAll(List.of("press-4", "Broker", "line-panel-7", "illegal",
                "malformed", "repeated", "dropped by tap", "released after 3.2 s", "injected by tap")));
        String svg = SvgDiagram.render(Showcase.trace(), ENGLISH);
        assertTrue(!svg.contains("href") && !svg.contains("url("), "refers to something outside");
    }

    @Test
    void whatComesFromTheWireCannotBreakTheDocument() throws Exception {
        Traffic traffic = new Traffic(ProtocolVersion.MQTT_5);
        int link = traffic.connect("<b>&\"\u0007\uFFFE");
        traffic.up(link, Traffic.publish(0, 0, "a</text><script>\u001B[31m"));
        Document document = parse(SvgDiagram.render(traffic.snapshot(), ENGLISH));
        assertTrue(texts(document, "text").contains("<b>&\"\uFFFD\uFFFD"), texts(document, "text")::toString);
        assertEquals(List.of(), texts(document, "script"));
    }

    @Test
    void darkAndNothingAtAll() throws Exception {
        String svg = SvgDiagram.render(TraceSnapshot.EMPTY, ShownRows.all(0), 0, 0, Palette.DARK, ENGLISH);
        parse(svg);
        assertTrue(svg.contains("#0d1117"));
    }

    @Test
    void tooManyRowsAreRefusedInASentence() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> SvgDiagram.render(
                TraceSnapshot.EMPTY, ShownRows.all(0), 0, 1_000_000, Palette.LIGHT, ENGLISH));
        assertEquals("This diagram has 1,000,000 rows; a picture takes at most 5,000. Choose fewer rows, for example "
                + "with a filter.", refusal.getMessage());
    }

    /** Packets that are held above the picture: one label for all at one place, and none over another. */
    @Test
    void heldPacketsAboveThePictureAreNamedWithoutOverlap() throws Exception {
        Traffic traffic = new Traffic(ProtocolVersion.MQTT_5);
        int left = traffic.connect("press-4");
        int right = traffic.connect("line-panel-7");
        traffic.subscribe(right, 1, "#");
        traffic.hold(left, Direction.CLIENT_TO_SERVER, Traffic.publish(1, 1, "a"));
        traffic.hold(left, Direction.CLIENT_TO_SERVER, Traffic.publish(1, 2, "a"));
        traffic.hold(right, Direction.CLIENT_TO_SERVER, Traffic.publish(1, 1, "b"));
        int first = traffic.snapshot().rowCount();
        traffic.pause(61_000_000_000L).up(left, new Pingreq()).up(right, new Pingreq());
        TraceSnapshot trace = traffic.snapshot();
        Document document = parse(SvgDiagram.render(trace, ShownRows.all(trace.rowCount()), first, 2, Palette.LIGHT,
                ENGLISH));
        assertEquals(List.of("2 held, first 1 min 1 s", "held 1 min 1 s"),
                texts(document, "text").stream().filter(text -> text.contains("held")).sorted().toList());
        List<Rectangle2D> boxes = boxes(document, Ink.HELD_FILL);
        assertEquals(2, boxes.size());
        assertFalse(boxes.getFirst().intersects(boxes.getLast()), boxes::toString);
    }

    /** What is said of a connection stands at the broker's lifeline where the device never said anything. */
    @Test
    void whatIsSaidOfAConnectionStaysWithinThePicture() throws Exception {
        Traffic traffic = new Traffic(ProtocolVersion.MQTT_3_1_1);
        traffic.connect("press-4");
        traffic.end(traffic.open(), LinkEnded.Ending.UNREACHABLE);
        TraceSnapshot trace = traffic.snapshot();
        for (double room : new double[] {300, 520, 900, 1_600}) {
            Document document = parse("<svg xmlns=\"http://www.w3.org/2000/svg\">" + SvgDiagram.inline(trace,
                    ShownRows.all(trace.rowCount()), "a", room, Palette.LIGHT, ENGLISH) + "</svg>");
            Element picture = (Element) document.getElementsByTagName("svg").item(1);
            for (Rectangle2D box : boxes(document, Ink.CANVAS)) {
                assertTrue(box.getMinX() >= 0 && box.getMaxX() <= number(picture, "width"), room + " " + box);
            }
        }
    }

    private static List<Rectangle2D> boxes(Document document, Ink ink) {
        List<Rectangle2D> boxes = new ArrayList<>();
        NodeList nodes = document.getElementsByTagName("rect");
        for (int i = 0; i < nodes.getLength(); i++) {
            Element box = (Element) nodes.item(i);
            if (box.getAttribute("class").equals("f" + ink.ordinal())) {
                boxes.add(new Rectangle2D.Double(number(box, "x"), number(box, "y"), number(box, "width"),
                        number(box, "height")));
            }
        }
        return boxes;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
