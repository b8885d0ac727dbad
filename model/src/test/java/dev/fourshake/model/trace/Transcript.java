package dev.fourshake.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.Step;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.ProtocolVersion;
import dev.fourshake.model.wire.Subprotocols;
import dev.fourshake.model.wire.WireEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Traffic written down as people write it, fed to a real trace as real bytes:
 * <pre>
 * -- open                        a link; "-- open 2" a second one, which the next lines are about
 * &gt;&gt; CONNECT clean client=press-4
 * &lt;&lt; CONNACK
 * &gt;&gt; PUBLISH q2 id=7            | AWAIT_PUBREC OWES_PUBREC
 * &lt;&lt; held=1 PUBREC id=7         | AWAIT_PUBREC AWAIT_PUBREL
 * -- release 1                   | OWES_PUBREL AWAIT_PUBREL
 * &gt;&gt; dropped PUBREL id=7        | AWAIT_PUBCOMP AWAIT_PUBREL LOST
 * -- lost                        the link is reset
 * </pre>
 * Behind the bar stand the sender's and the receiver's state after the row, and the judgement if it is not REGULAR;
 * {@code none} says that the row belongs to no exchange. {@code &gt;&gt; raw C101} is a packet as it stands on the
 * wire, {@code &gt;&gt; bytes 1603...} are opaque, {@code &gt;&gt; text PINGREQ}
 * came in a text frame of a WebSocket. Other lines with two dashes: {@code close} (by the client),
 * {@code end} (by the broker), {@code client-leaves} and {@code broker-leaves} (half-closed), {@code drop 1} (a held
 * frame), {@code missed BYTES}, {@code unreachable}, {@code tls-failed}, {@code on 1} (turn to another link),
 * {@code open @1} (a link from the same address as link 1), {@code websocket OFFERED CHOSEN} (a link in a WebSocket;
 * names with commas between them, {@code none} for no name), {@code elsewhere} (a link to another broker),
 * {@code wait SECONDS}, {@code pause MILLISECONDS}, {@code times 20: LINE; LINE} (the same again and again).
 */
public final class Transcript {

    public static final long START = 1_700_000_000_000_000_000L;

    final Trace trace = new Trace();
    private final ProtocolVersion version;
    private int link;
    private int links;
    private long time = START;

    Transcript(ProtocolVersion version) {
        this.version = version;
    }

    public static TraceSnapshot of(ProtocolVersion version, String text) {
        return new Transcript(version).play(text);
    }

    TraceSnapshot play(String text) {
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::line);
        return trace.publish();
    }

    private void line(String line) {
        if (line.startsWith("-- times ")) {
            String[] times = line.substring("-- times ".length()).split(":", 2);
            for (int i = 0; i < Integer.parseInt(times[0].strip()); i++) {
                Arrays.stream(times[1].split(";")).map(String::strip).forEach(this::line);
            }
            return;
        }
        String[] parts = line.split("\\|", 2);
        List<String> words = Arrays.asList(parts[0].strip().split("\\s+"));
        time += 1_000_000;
        event(words);
        if (parts.length == 2) {
            TraceSnapshot now = trace.publish();
            assertEquals(parts[1].strip(), state(now, now.rowCount() - 1), line);
        }
    }

    private void event(List<String> words) {
        switch (words.getFirst()) {
            case ">>" -> frame(Direction.CLIENT_TO_SERVER, words.subList(1, words.size()));
            case "<<" -> frame(Direction.SERVER_TO_CLIENT, words.subList(1, words.size()));
            case "--" -> other(words.get(1), String.join(" ", words.subList(2, words.size())));
            default -> throw new IllegalArgumentException(words.toString());
        }
    }

    private void frame(Direction direction, List<String> words) {
        String fate = words.getFirst();
        if (fate.equals("bytes")) {
            trace.append(Frame.opaque(link, time, direction, Bytes.ofHex(words.get(1))));
            return;
        }
        boolean named = Character.isLowerCase(fate.charAt(0));
        Bytes raw = fate.equals("raw") ? Bytes.ofHex(words.get(1))
                : new Line(named ? words.subList(1, words.size()) : words).bytes(version);
        Frame frame = Frame.passed(link, time, direction, raw);
        if (named) {
            frame = switch (fate.split("=")[0]) {
                case "held" -> new Frame(link, time, direction, raw, false, Frame.Fate.HELD,
                        Long.parseLong(fate.substring(5)));
                case "dropped" -> new Frame(link, time, direction, raw, false, Frame.Fate.DROPPED, 0);
                case "duplicated" -> new Frame(link, time, direction, raw, false, Frame.Fate.DUPLICATED, 0);
                case "raw" -> frame;
                case "text" -> frame.inText();
                case "opaque" -> Frame.opaque(link, time, direction, raw);
                case "injected" -> new Frame(link, time, direction, raw, false, Frame.Fate.INJECTED, 0);
                default -> throw new IllegalArgumentException(fate);
            };
        }
        trace.append(frame);
    }

    private void other(String what, String argument) {
        WireEvent event = switch (what) {
            case "open" -> {
                link = ++links;
                String host = argument.startsWith("@") ? argument.substring(1) : String.valueOf(link);
                yield new LinkOpened(link, time, "10.0.0." + host + ":" + (40_000 + link), "10.0.0.99:1883", false,
                        false);
            }
            case "elsewhere" -> {
                link = ++links;
                String host = argument.startsWith("@") ? argument.substring(1) : String.valueOf(link);
                yield new LinkOpened(link, time, "10.0.0." + host + ":" + (40_000 + link), "10.0.0.98:1883", false,
                        false);
            }
            case "websocket" -> {
                link = ++links;
                String[] names = argument.replace("none", "").split(" ", 2);
                yield new LinkOpened(link, time, "10.0.0.1:40001", "10.0.0.99:8080", false, false,
                        Optional.of(new Subprotocols(names[0], names[1])));
            }
            case "lost" -> new LinkEnded(link, time, LinkEnded.Party.CLIENT, LinkEnded.Ending.RESET, "");
            case "close" -> new LinkEnded(link, time, LinkEnded.Party.CLIENT, LinkEnded.Ending.CLOSED, "");
            case "client-leaves" ->
                    new LinkEnded(link, time, LinkEnded.Party.CLIENT, LinkEnded.Ending.HALF_CLOSED, "");
            case "broker-leaves" ->
                    new LinkEnded(link, time, LinkEnded.Party.BROKER, LinkEnded.Ending.HALF_CLOSED, "");
            case "end" -> new LinkEnded(link, time, LinkEnded.Party.BROKER, LinkEnded.Ending.CLOSED, "");
            case "unreachable" -> new LinkEnded(link, time, LinkEnded.Party.TAP, LinkEnded.Ending.UNREACHABLE, "");
            case "tls-failed" -> new LinkEnded(link, time, LinkEnded.Party.TAP, LinkEnded.Ending.TLS_FAILED, "");
            case "release" -> released(Long.parseLong(argument), Frame.Fate.PASSED);
            case "drop" -> released(Long.parseLong(argument), Frame.Fate.DROPPED);
            case "missed" -> new FramesMissed(link, time, Direction.CLIENT_TO_SERVER,
                    argument.isEmpty() ? 100 : Long.parseLong(argument), -1);
            case "on" -> {
                link = Integer.parseInt(argument);
                yield null;
            }
            case "pause" -> {
                time += Long.parseLong(argument) * 1_000_000L;
                yield null;
            }
            case "wait" -> {
                time += Long.parseLong(argument) * 1_000_000_000L;
                yield null;
            }
            default -> throw new IllegalArgumentException(what);
        };
        if (event != null) {
            trace.append(event);
        }
    }

    private FrameReleased released(long holdId, Frame.Fate fate) {
        TraceSnapshot now = trace.publish();
        int row = now.heldRows().getLast();
        return new FrameReleased(now.link(row), time, now.direction(row), holdId, fate);
    }

    /** As it stands behind the bar. */
    private static String state(TraceSnapshot now, int row) {
        int id = now.exchangeId(row);
        String judgement = switch (now.judgement(row)) {
            case REGULAR -> "";
            case REPEATED, LOST, ILLEGAL, MALFORMED -> " " + now.judgement(row);
        };
        if (id < 0) {
            return "none" + judgement;
        }
        Exchange exchange = now.exchangeAt(id, row);
        Step step = exchange.steps().getLast();
        return step.sender() + " " + step.receiver() + judgement;
    }
}
